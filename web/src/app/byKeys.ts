/** For what scrolls and holds nothing to press: the keyboard must reach it to scroll it. */
export const BY_KEYS = { tabIndex: 0 } as const;
