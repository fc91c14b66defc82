import { Button, CopyButton, Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { proposeRule } from '../api/ownership';
import type { ProposalView } from '../api/wire';
import { TryAgain } from '../app/TryAgain';
import { useFormats } from '../app/useCompany';
import { useView } from '../app/useView';

/** The rule that would reproduce a territory's exceptions, and what else it would do. */
export function Proposal({ territory }: { readonly territory: string }) {
  const proposal = useQuery({
    queryKey: ['exceptions', 'proposal', territory],
    queryFn: () => proposeRule(territory),
    retry: false,
  });
  return (
    <section className="proposal" aria-label={`A rule for ${territory}`} data-testid="proposal">
      <TryAgain of={proposal} />
      {proposal.isPending && (
        <p className="soft" role="status">
          Learning from all accounts…
        </p>
      )}
      {proposal.data && <Told proposal={proposal.data} />}
    </section>
  );
}

function Told({ proposal }: { readonly proposal: ProposalView }) {
  const formats = useFormats();
  const { condition, text, sentence, taken, others } = proposal;
  return (
    <>
      <p className={condition ? '' : 'soft'}>
        {sentence}
        {!proposal.complete && ' There was no time to look at every rule: it is the best so far.'}
      </p>
      {condition && text && (
        <>
          <pre className="rule-text">{text}</pre>
          <Group gap="sm">
            <CopyButton value={text}>
              {({ copied, copy }) => (
                <Button variant="default" size="xs" onClick={copy}>
                  {copied ? 'Copied' : 'Copy the rule'}
                </Button>
              )}
            </CopyButton>
            <span className="soft">
              Paste it among the written rules of a scenario, under Publish; nothing changes before.
            </span>
          </Group>
        </>
      )}
      {taken.length > 0 && (
        <details>
          <summary>
            {taken.length < others
              ? `The first ${formats.count(taken.length)} of ${formats.count(others)} other accounts that it would take`
              : 'Other accounts that it would take'}
          </summary>
          <ul className="plain-list">
            {taken.map((account) => (
              <Taken key={account.accountId} account={account} />
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Taken({ account }: { readonly account: ProposalView['taken'][number] }) {
  const { change } = useView();
  return (
    <li>
      <button
        type="button"
        className="plain-link"
        onClick={() => change({ page: 'accounts', open: account.accountId }, true)}
      >
        {account.name}
      </button>{' '}
      <span className="soft">
        {account.externalId}, of {account.from ?? 'nobody'} by the rules
      </span>
    </li>
  );
}
