import { ActionIcon, Menu, Tooltip, useMantineColorScheme } from '@mantine/core';
import { IconLogout, IconMoon, IconSun, IconUserCircle } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { SESSION_KEY } from '../api/recovery';
import { signOut } from '../api/session';
import { useTeller } from './notice';
import { pageFor, pagesFor } from './pages';
import { useCompany, useSession } from './useCompany';
import { useScheme } from './useScheme';
import { useView } from './useView';

export function Rail() {
  const { view, change } = useView();
  const { user } = useSession();
  const here = pageFor(user.role, view.page);
  const client = useQueryClient();
  const teller = useTeller();
  const company = useCompany().data;
  const scheme = useScheme();
  const { setColorScheme } = useMantineColorScheme();
  const other = scheme === 'dark' ? 'light' : 'dark';
  return (
    <nav className="rail" aria-label="Pages">
      <img className="rail-mark" src="/favicon.svg" alt="Bailiwick" />
      {pagesFor(user.role).map(({ page, label, icon: Icon }) => (
        <button
          type="button"
          key={page}
          className="rail-item"
          aria-current={here === page ? 'page' : undefined}
          onClick={() => change({ page, open: undefined }, true)}
        >
          <Icon size={21} stroke={1.6} />
          {label}
        </button>
      ))}
      <span className="rail-space" />
      <Tooltip label={scheme === 'dark' ? 'Light' : 'Dark'} position="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          size={38}
          aria-label={`Switch to ${other}`}
          onClick={() => setColorScheme(other)}
        >
          {scheme === 'dark' ? <IconSun size={19} /> : <IconMoon size={19} />}
        </ActionIcon>
      </Tooltip>
      <Menu position="right-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" size={38} aria-label="You">
            <IconUserCircle size={21} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Label>
            {user.name || user.username}, {user.role.toLowerCase()}
            {company && ` · ${company.name} · ${company.version}`}
          </Menu.Label>
          <Menu.Item
            leftSection={<IconLogout size={15} />}
            onClick={() =>
              signOut().then(() => {
                client.clear();
                client.setQueryData(SESSION_KEY, null);
              }, teller.failed)
            }
          >
            Sign out
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </nav>
  );
}
