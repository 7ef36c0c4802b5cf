/** Does tasks in order, some at a time, until there are none or somebody says to stop. */
export async function inLanes<T>(
  lanes: number,
  tasks: readonly T[],
  work: (task: T) => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  const queue = [...tasks];
  const lane = async () => {
    for (let task = queue.shift(); task !== undefined && !stopped(); task = queue.shift()) await work(task);
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}
