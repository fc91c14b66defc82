import { useSession } from './useCompany';

/** Whether the one signed in sees the whole company's ownership, and not only the own accounts. */
export function useSeesAll(): boolean {
  return useSession().user.role !== 'REPRESENTATIVE';
}
