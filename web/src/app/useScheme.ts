import { useComputedColorScheme } from '@mantine/core';
import type { Scheme } from '../map/palette';

/** Light or dark, as chosen here or by the system. */
export function useScheme(): Scheme {
  return useComputedColorScheme('light', { getInitialValueInEffect: false });
}
