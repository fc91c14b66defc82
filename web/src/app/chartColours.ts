import type { Scheme } from '../map/palette';

/** Inks of charts, for one scheme. */
export interface ChartColours {
  readonly ink: string;
  readonly soft: string;
  readonly line: string;
  readonly surface: string;
  readonly series: readonly string[];
}

export function chartColours(scheme: Scheme): ChartColours {
  return scheme === 'dark'
    ? {
        ink: '#eef2f3',
        soft: '#a5b0b6',
        line: '#2a3237',
        surface: '#181e21',
        series: ['#52a0a5', '#d1843f', '#8fa8d8', '#c9b458', '#b98ac2'],
      }
    : {
        ink: '#1b2529',
        soft: '#5d6a71',
        line: '#e2e6e6',
        surface: '#ffffff',
        series: ['#2a7d84', '#d9782d', '#5b7fbf', '#a8932a', '#96609f'],
      };
}
