'use client';

import { CallAnnouncer } from './CallAnnouncer';
import { IncomingCalls } from './IncomingCall';
import { useCallShown } from './useCallShown';
import { useCallSounds } from './useCallSounds';
import { useVoices } from './useVoices';

/** What every screen of a run with calls has: who rings here, and what is heard and said of the call that goes on. */
export default function CallWatch() {
  useCallShown();
  useCallSounds();
  useVoices();
  return (
    <>
      <CallAnnouncer />
      <IncomingCalls />
    </>
  );
}
