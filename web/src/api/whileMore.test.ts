import { QueryClient, type QueryKey, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { whileMore } from './whileMore';

/** A screen whose every list is answered with its key, written out. */
function screen(first: QueryKey) {
  const options = (queryKey: QueryKey) => ({
    queryKey,
    queryFn: async () => JSON.stringify(queryKey),
    placeholderData: whileMore(queryKey),
  });
  const observer = new QueryObserver<string, Error, string, string, QueryKey>(
    new QueryClient(),
    options(first),
  );
  observer.subscribe(() => {});
  return {
    ask: (key: QueryKey) => observer.setOptions(options(key)),
    shown: () => observer.getCurrentResult().data,
  };
}

/** Lets every answer come. */
const settled = () => new Promise((resolve) => setTimeout(resolve));

test('the first rows of a list stay while more of them are read', async () => {
  const { ask, shown } = screen(['findings', 's1', { doubt: 'stale' }, 200]);
  await settled();
  ask(['findings', 's1', { doubt: 'stale' }, 1000]);
  expect(shown()).toBe('["findings","s1",{"doubt":"stale"},200]');
  await settled();
  expect(shown()).toBe('["findings","s1",{"doubt":"stale"},1000]');
});

test('the rows of another filter or scenario do not stand for those to come', async () => {
  for (const other of [
    ['findings', 's1', { doubt: 'inactive' }, 200],
    ['findings', 's1', { doubt: 'stale', territory: '' }, 200],
    ['findings', 's2', { doubt: 'stale' }, 200],
    ['findings', 's2', { doubt: 'stale' }, 1000],
  ]) {
    const { ask, shown } = screen(['findings', 's1', { doubt: 'stale' }, 200]);
    await settled();
    ask(other);
    expect(shown()).toBeUndefined();
    await settled();
    expect(shown()).toBe(JSON.stringify(other));
  }
});
