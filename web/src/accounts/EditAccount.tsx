import {
  ActionIcon,
  Button,
  Group,
  Modal,
  NumberInput,
  Stack,
  TagsInput,
  TextInput,
} from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { pointedAt } from '../api/problem';
import { changeAccount } from '../api/resources';
import type { AccountChange, AccountView } from '../api/wire';
import { useTeller } from '../app/notice';
import { ProblemNote } from '../app/ProblemNote';
import { useFormats } from '../app/useCompany';
import { changeOf, draftOf, type FieldDraft } from '../model/accountEdit';

interface Props {
  readonly opened: boolean;
  readonly account: AccountView;
  onClose(): void;
}

/** Changes what rules ask of an account: industry, size, segment, product line, tags, own fields. */
export function EditAccount({ opened, account, onClose }: Props) {
  return (
    <Modal opened={opened} onClose={onClose} size={600} title={<b>Edit {account.name}</b>}>
      {opened && <Form account={account} onClose={onClose} />}
    </Modal>
  );
}

function Form({ account, onClose }: Omit<Props, 'opened'>) {
  const client = useQueryClient();
  const teller = useTeller();
  const { separators } = useFormats();
  const [draft, setDraft] = useState(() => draftOf(account));
  const set = (part: Partial<typeof draft>) => setDraft({ ...draft, ...part });
  const saving = useMutation({
    mutationFn: (change: AccountChange) => changeAccount(account.id, account.version, change),
    onSuccess: (saved) => {
      teller.done(`${saved.name} is changed.`);
      onClose();
      return client.invalidateQueries();
    },
  });
  const wrong = pointedAt(saving.error);
  const change = changeOf(account, draft);
  const text = (name: 'industry' | 'segment' | 'product', label: string) => (
    <TextInput
      label={label}
      value={draft[name]}
      error={wrong.get(`/${name}`)}
      onChange={(event) => set({ [name]: event.currentTarget.value })}
    />
  );
  return (
    <form
      aria-label="Edit the account"
      onSubmit={(event) => {
        event.preventDefault();
        if (change) saving.mutate(change);
        else onClose();
      }}
    >
      <Stack>
        <p className="soft" style={{ margin: 0 }}>
          Rules ask about these. When they give it to another then, the move is proposed under Rules
          and waits for somebody to make it.
        </p>
        <div className="two">
          {text('industry', 'Industry (NAICS)')}
          <NumberInput
            label="Employees"
            min={0}
            allowDecimal={false}
            {...separators}
            value={draft.employees}
            error={wrong.get('/employees')}
            onChange={(value) => set({ employees: value === '' ? '' : Number(value) })}
          />
          {text('segment', 'Segment')}
          {text('product', 'Product line')}
        </div>
        <TagsInput
          label="Tags"
          description="Enter after each"
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          value={[...draft.tags]}
          error={[...wrong].find(([pointer]) => pointer.startsWith('/tags'))?.[1]}
          onChange={(tags) => set({ tags })}
        />
        <OwnFields fields={draft.fields} errors={wrong} onChange={(fields) => set({ fields })} />
        {wrong.size === 0 && <ProblemNote error={saving.error} />}
        <Group justify="flex-end" className="dialog-actions">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={saving.isPending} disabled={!change}>
            Save
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface FieldsProps {
  readonly fields: readonly FieldDraft[];
  readonly errors: ReadonlyMap<string, string>;
  onChange(fields: readonly FieldDraft[]): void;
}

/** Fields of the company's own: a name, as rules call it, and a value. */
function OwnFields({ fields, errors, onChange }: FieldsProps) {
  const set = (key: string, part: Partial<FieldDraft>) =>
    onChange(fields.map((field) => (field.key === key ? { ...field, ...part } : field)));
  return (
    <fieldset className="share-rows">
      <legend className="field-label">Fields of your own</legend>
      {fields.map(({ key, name, value }) => (
        <div key={key} className="field-row">
          <TextInput
            aria-label={`Name of the field ${name}`}
            placeholder="Name"
            value={name}
            onChange={(event) => set(key, { name: event.currentTarget.value })}
          />
          <TextInput
            aria-label={`Value of ${name || 'the new field'}`}
            placeholder="Value"
            value={value}
            error={errors.get(`/fields/${name.trim()}`)}
            onChange={(event) => set(key, { value: event.currentTarget.value })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size={36}
            aria-label={`Take the field ${name} out`}
            onClick={() => onChange(fields.filter((field) => field.key !== key))}
          >
            <IconTrash size={17} />
          </ActionIcon>
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        onClick={() => onChange([...fields, { key: crypto.randomUUID(), name: '', value: '' }])}
      >
        One more field
      </Button>
    </fieldset>
  );
}
