export interface Queue<T> {
  push(value: T): void;
  /** The oldest value, or the next one that comes; to be awaited by one only. */
  next(): Promise<T>;
  isFilled(): boolean;
}

/** Values that come by themselves, for who takes them one by one. */
export function makeQueue<T>(): Queue<T> {
  const waiting: T[] = [];
  let wake: ((value: T) => void) | null = null;
  return {
    push(value) {
      const waker = wake;
      wake = null;
      if (waker) waker(value);
      else waiting.push(value);
    },
    next() {
      const [first] = waiting.splice(0, 1);
      return first === undefined
        ? new Promise((resolve) => {
            wake = resolve;
          })
        : Promise.resolve(first);
    },
    isFilled: () => waiting.length > 0,
  };
}
