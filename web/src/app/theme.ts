import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a quiet petrol that no territory's colour comes near. */
const petrol: MantineColorsTuple = [
  '#eaf5f5',
  '#d5e7e8',
  '#a8cfd1',
  '#78b5b9',
  '#52a0a5',
  '#3a9298',
  '#2a7d84',
  '#1f6b72',
  '#155a60',
  '#06464c',
];

/** Neutral darks with a breath of the accent, for the dark scheme's surfaces. */
const dark: MantineColorsTuple = [
  '#d6dbde',
  '#b3babf',
  '#8d969c',
  '#687279',
  '#3c454b',
  '#2c3439',
  '#20272b',
  '#181e21',
  '#12171a',
  '#0c1012',
];

/** What a screen reader says of the cross. */
const CLOSE = { 'aria-label': 'Close' };

export const theme = createTheme({
  primaryColor: 'petrol',
  primaryShade: { light: 7, dark: 6 },
  colors: { petrol, dark },
  fontFamily: "'Inter Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', system-ui, sans-serif", fontWeight: '600' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 350, withArrow: true } },
    Modal: {
      defaultProps: {
        closeButtonProps: CLOSE,
        centered: true,
        overlayProps: { backgroundOpacity: 0.35, blur: 2 },
      },
    },
    // Its empty first stop is no item, and a menu may hold nothing else.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    MenuDivider: { defaultProps: { role: 'separator' } },
    MenuLabel: { defaultProps: { role: 'presentation' } },
    Drawer: { defaultProps: { closeButtonProps: CLOSE, overlayProps: { backgroundOpacity: 0.2 } } },
  },
});
