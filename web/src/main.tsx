import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import './app/app.css';
import { MantineProvider } from '@mantine/core';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { problemOf } from './api/problem';
import { noteEnded } from './api/recovery';
import { App } from './app/App';
import { theme } from './app/theme';

const MOST_TRIES = 3;

const client: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: (failure) => noteEnded(client, failure) }),
  mutationCache: new MutationCache({ onError: (failure) => noteEnded(client, failure) }),
  defaultOptions: {
    mutations: { networkMode: 'always' },
    queries: {
      // The server may be this very machine, within reach when the browser believes itself offline.
      networkMode: 'always',
      staleTime: 15_000,
      refetchOnWindowFocus: false,
      // What the server refuses it will refuse again; what it did not hear is worth another try.
      retry: (tries, error) => problemOf(error).status === 0 && tries < MOST_TRIES,
    },
  },
});

const root = document.getElementById('root');
if (!root) throw new Error('The page has no element with the id "root".');
createRoot(root).render(
  <StrictMode>
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
