import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, test, vi } from 'vitest';
import type { ImportChoices } from '../api/resources';
import { checkQuery } from './checkQuery';

const FILE = new File(['name,zip\nAcme,60601\n'], 'accounts.csv');
const PLAIN: ImportChoices = {
  mapping: '',
  sheet: '',
  decimal: '',
  days: '',
  profile: '',
  partOnly: '',
  mergeProspects: '',
};

afterEach(() => vi.unstubAllGlobals());

/** The import screen, and the forms that it sent. */
function screen() {
  const sent: FormData[] = [];
  vi.stubGlobal('document', { cookie: '' });
  vi.stubGlobal('fetch', async (_: unknown, { body }: { readonly body: FormData }) => {
    sent.push(body);
    return Response.json({ rows: 1 });
  });
  const observer = new QueryObserver(new QueryClient(), checkQuery('accounts', FILE, PLAIN));
  observer.subscribe(() => {});
  const choose = async (part: Partial<ImportChoices>) => {
    observer.setOptions(checkQuery('accounts', FILE, { ...PLAIN, ...part }));
    await vi.waitFor(() => expect(observer.getCurrentResult().isFetching).toBe(false));
  };
  return { sent, choose };
}

test('a file is not sent again for what becomes of its rows', async () => {
  const { sent, choose } = screen();
  await choose({});
  await choose({ mergeProspects: 'true' });
  await choose({ mergeProspects: 'true', partOnly: 'true' });
  expect(sent).toHaveLength(1);
  expect(sent[0]?.has('mergeProspects')).toBe(false);
});

test('a file is checked anew when it is read another way', async () => {
  const { sent, choose } = screen();
  await choose({});
  await choose({ decimal: 'comma' });
  expect(sent.map((form) => form.get('decimal') ?? '')).toEqual(['', 'comma']);
});
