import { useEffect, useState } from 'react';

const pauseMs = 300;

/** A text once its writer pauses, so that what is read out about it does not follow every key. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), pauseMs);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
