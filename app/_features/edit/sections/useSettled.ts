import { useEffect, useState } from 'react';

const pauseMs = 300;

/** What is written once its writer pauses, so that what is read out or drawn of it does not follow every key. */
export function useSettled<T extends string | object>(written: T): T {
  const [settled, setSettled] = useState(written);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(written), pauseMs);
    return () => clearTimeout(timer);
  }, [written]);
  return settled;
}
