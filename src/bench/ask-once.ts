/**
 * Makes of a question one that is asked once: whoever asks again gets the same answer, also while it is still awaited.
 * A failure is not remembered: it says nothing of the next time.
 * @param options.key which questions are the same one; their argument, if nothing is said
 * @param options.lifeMs how long an answer counts, from the moment at which it was asked
 */
export function askOnce<A, T>(
  ask: (about: A) => Promise<T>,
  { key = (about: A): unknown => about, lifeMs = Number.POSITIVE_INFINITY } = {},
): (about: A) => Promise<T> {
  const known = new Map<unknown, { at: number; answer: Promise<T> }>();
  return (about) => {
    const name = key(about);
    const earlier = known.get(name);
    if (earlier && performance.now() - earlier.at < lifeMs) return earlier.answer;
    const asked = { at: performance.now(), answer: ask(about) };
    known.set(name, asked);
    asked.answer.catch(() => {
      if (known.get(name) === asked) known.delete(name);
    });
    return asked.answer;
  };
}
