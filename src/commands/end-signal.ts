/**
 * Waits until the program is told to end, by the service manager or at the keyboard. It ends
 * nothing itself.
 */
export function endSignal(): Promise<string> {
  return new Promise((resolve) => {
    process.once('SIGTERM', () => resolve('SIGTERM'));
    process.once('SIGINT', () => resolve('SIGINT'));
  });
}
