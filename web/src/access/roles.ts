import type { Role } from '../api/wire';

/** Roles of people, most may first; machines have keys instead. */
export const ROLES: readonly Role[] = ['ADMINISTRATOR', 'PLANNER', 'MANAGER', 'REPRESENTATIVE'];

const MEANINGS: Readonly<Record<Role, string>> = {
  ADMINISTRATOR: 'Everything, users and keys included.',
  PLANNER: 'Brings data, designs territories and publishes them.',
  MANAGER: 'Sees every plan, figure and account; changes nothing.',
  REPRESENTATIVE: 'Sees the own territory: its accounts, figures and changes.',
  INTEGRATION: 'A machine: reads and writes by key.',
};

export function roleLabel(role: Role): string {
  return role.charAt(0) + role.slice(1).toLowerCase();
}

export function roleMeaning(role: Role): string {
  return MEANINGS[role];
}
