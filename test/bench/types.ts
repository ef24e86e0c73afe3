/**
 * What a bench is, and the few figures that are made of samples. No bench is run from here.
 */

/** How large a bench is played; what is left out has the bench's own default. */
export interface BenchSize {
  mails?: number;
  rounds?: number;
  days?: number;
  bookings?: number;
}

export interface Bench {
  /** As on the command line. */
  name: string;
  what: string;
  /** Plays it and tells its figures, one line each. */
  run(size: BenchSize, say: (line: string) => void): Promise<void>;
}

/** The sample below which the given part of all lies (nearest rank); NaN without samples. */
function quantile(samples: readonly number[], part: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

/** "median 1.2 ms, p95 3.4 ms, worst 5.6 ms" of samples in milliseconds. */
export function spread(samples: readonly number[], digits = 1): string {
  const shown = (part: number) => `${quantile(samples, part).toFixed(digits)} ms`;
  return `median ${shown(0.5)}, p95 ${shown(0.95)}, worst ${shown(1)}`;
}
