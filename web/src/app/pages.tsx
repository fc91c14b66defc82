import {
  IconArrowsExchange,
  IconBook2,
  IconBuildingStore,
  IconChartBar,
  IconDatabaseImport,
  IconKey,
  IconMap2,
  IconMapPin,
  IconRoute,
  IconUsers,
} from '@tabler/icons-react';
import type { Role } from '../api/wire';
import type { Page } from '../model/view';

interface PageEntry {
  readonly page: Page;
  readonly label: string;
  readonly icon: typeof IconMap2;
  readonly roles: readonly Role[];
}

const SEES_ALL: readonly Role[] = ['ADMINISTRATOR', 'PLANNER', 'MANAGER'];

const PAGE_ENTRIES: readonly PageEntry[] = [
  { page: 'map', label: 'Map', icon: IconMap2, roles: SEES_ALL },
  { page: 'patch', label: 'My patch', icon: IconMapPin, roles: ['REPRESENTATIVE'] },
  {
    page: 'accounts',
    label: 'Accounts',
    icon: IconBuildingStore,
    roles: [...SEES_ALL, 'REPRESENTATIVE'],
  },
  { page: 'ownership', label: 'Ownership', icon: IconArrowsExchange, roles: SEES_ALL },
  { page: 'rules', label: 'Rules', icon: IconBook2, roles: SEES_ALL },
  { page: 'leads', label: 'Leads', icon: IconRoute, roles: SEES_ALL },
  { page: 'kpis', label: 'KPIs', icon: IconChartBar, roles: SEES_ALL },
  { page: 'team', label: 'Team', icon: IconUsers, roles: SEES_ALL },
  { page: 'data', label: 'Data', icon: IconDatabaseImport, roles: ['ADMINISTRATOR', 'PLANNER'] },
  { page: 'access', label: 'Access', icon: IconKey, roles: ['ADMINISTRATOR'] },
];

/** The page the view asks for, or the first one that the role may see. */
export function pageFor(role: Role, wanted: Page): Page | undefined {
  const open = pagesFor(role);
  return open.some(({ page }) => page === wanted) ? wanted : open[0]?.page;
}

/** The pages that a role can do something with. */
export function pagesFor(role: Role): readonly PageEntry[] {
  return PAGE_ENTRIES.filter(({ roles }) => roles.includes(role));
}
