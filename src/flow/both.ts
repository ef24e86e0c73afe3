/**
 * Two works at once, as far as the flow needs it: whatever happens to one, the other is waited for,
 * so that nothing goes on behind the back of who asked.
 */

/** Both results; throws the first failure when both have ended. */
export async function both<A, B>(first: Promise<A>, second: Promise<B>): Promise<[A, B]> {
  const [a, b] = await Promise.allSettled([first, second]);
  if (a.status === 'rejected') throw a.reason;
  if (b.status === 'rejected') throw b.reason;
  return [a.value, b.value];
}
