/**
 * What a scored file comes to: lines to print, and whether a mark was missed. Types only.
 */

export interface ScoreReport {
  /** In the order of printing, without line ends. */
  lines: string[];
  /** A wrong booking, or a share below its mark. */
  failed: boolean;
}
