/** Opens the command palette from anywhere; the palette itself listens. */
export const PALETTE_EVENT = 'bailiwick:palette';

export function openPalette(): void {
  window.dispatchEvent(new Event(PALETTE_EVENT));
}
