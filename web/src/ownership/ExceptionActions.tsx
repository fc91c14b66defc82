import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { endException, reviewException } from '../api/ownership';
import { pointedAt } from '../api/problem';
import type { ExceptionView } from '../api/wire';
import { useTeller } from '../app/notice';
import { ProblemNote } from '../app/ProblemNote';
import { useCompany, useMayPlan } from '../app/useCompany';
import { phaseOf, yearsLater } from '../model/exceptions';

interface Props {
  readonly exception: ExceptionView;
}

/** Ends an exception before its day, or notes that a strategic one was looked at again. */
export function ExceptionActions({ exception }: Props) {
  const mayPlan = useMayPlan();
  const today = useCompany().data?.today ?? '';
  const [doing, setDoing] = useState<'end' | 'review'>();
  const phase = phaseOf(exception, today);
  if (!mayPlan || phase === 'over' || phase === 'revoked') return null;
  const close = () => setDoing(undefined);
  return (
    <Group gap={6} wrap="nowrap" justify="flex-end">
      {exception.kind === 'STRATEGIC' && (
        <Button
          variant={exception.reviewDue ? 'filled' : 'default'}
          size="xs"
          aria-label={`Review the exception for ${exception.accountName}`}
          onClick={() => setDoing('review')}
        >
          Review…
        </Button>
      )}
      <Button
        variant="default"
        size="xs"
        aria-label={`End the exception for ${exception.accountName}`}
        onClick={() => setDoing('end')}
      >
        End…
      </Button>
      <Modal
        opened={doing !== undefined}
        onClose={close}
        title={<b>{doing === 'review' ? 'Looked at again' : 'End the exception'}</b>}
      >
        {doing === 'end' && <End exception={exception} onDone={close} />}
        {doing === 'review' && <Review exception={exception} onDone={close} />}
      </Modal>
    </Group>
  );
}

interface FormProps extends Props {
  onDone(): void;
}

function End({ exception, onDone }: FormProps) {
  const today = useCompany().data?.today ?? '';
  const { accountName, byRules } = exception;
  return (
    <DayAndReason
      told={`From that day on ${accountName} belongs to whom it would belong without it${byRules ? `: ${byRules}, as far as the rules say now` : ''}.`}
      label="First day without it"
      day={today}
      field="/on"
      action="End it"
      send={(on, why) => endException(exception.id, { on, why })}
      done={`The exception for ${accountName} has an end.`}
      onDone={onDone}
    />
  );
}

function Review({ exception, onDone }: FormProps) {
  const today = useCompany().data?.today ?? '';
  return (
    <DayAndReason
      told={`${exception.accountName} stays with ${exception.territory}, and somebody looks at it again.`}
      label="Next day of review"
      day={yearsLater(today, 1)}
      field="/next"
      action="Keep it"
      send={(next, why) => reviewException(exception.id, { next, why })}
      done={`${exception.accountName} was looked at and is kept.`}
      onDone={onDone}
    />
  );
}

interface DayProps {
  readonly told: string;
  readonly label: string;
  /** The day that is proposed. */
  readonly day: string;
  /** Where the day stands in what is sent. */
  readonly field: string;
  readonly action: string;
  readonly done: string;
  send(day: string, why: string): Promise<unknown>;
  onDone(): void;
}

/** A day, a reason, and the act. */
function DayAndReason({ told, label, day: proposed, field, action, done, send, onDone }: DayProps) {
  const client = useQueryClient();
  const teller = useTeller();
  const [day, setDay] = useState(proposed);
  const [why, setWhy] = useState('');
  const sending = useMutation({
    mutationFn: () => send(day, why),
    onSuccess: () => {
      teller.done(done);
      onDone();
      return client.invalidateQueries();
    },
  });
  const wrong = pointedAt(sending.error);
  const wrongDay = wrong.get(field) ?? wrong.get('/reviewOn');
  const wrongReason = wrong.get('/why');
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        sending.mutate();
      }}
    >
      <Stack>
        <p style={{ margin: 0 }}>{told}</p>
        <TextInput
          type="date"
          label={label}
          required
          withAsterisk={false}
          w={220}
          value={day}
          error={wrongDay}
          onChange={(event) => setDay(event.currentTarget.value)}
        />
        <TextInput
          label="Why"
          data-autofocus
          maxLength={500}
          value={why}
          error={wrongReason}
          onChange={(event) => setWhy(event.currentTarget.value)}
        />
        {!wrongDay && !wrongReason && <ProblemNote error={sending.error} />}
        <Group justify="flex-end" className="dialog-actions">
          <Button variant="default" onClick={onDone}>
            Cancel
          </Button>
          <Button type="submit" loading={sending.isPending}>
            {action}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
