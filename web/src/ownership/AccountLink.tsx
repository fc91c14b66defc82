import { useView } from '../app/useView';

interface Props {
  readonly id: string;
  readonly name: string;
}

/** An account by its name, which opens its page. */
export function AccountLink({ id, name }: Props) {
  const { change } = useView();
  return (
    <button
      type="button"
      className="plain-link"
      onClick={() => change({ page: 'accounts', open: id }, true)}
    >
      {name}
    </button>
  );
}
