'use client';

import dynamic from 'next/dynamic';
import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect, useState } from 'react';
import type { RunPlace } from '@/core/contract/plan';
import type { RoomView } from '@/core/contract/room';
import type { Draft, Snapshot } from '@/core/contract/wire';
import { Connection } from '../../_lib/connection';
import { browserOutbox } from '../../_lib/outboxStore';
import { socketWire } from '../../_lib/socketWire';
import { useFocusKept } from '../../_ui/useFocusKept';
import { ConnectionNote } from './ConnectionStatus';
import { Conversation } from './Conversation';
import { CallBar } from './call/CallBar';
import { LockNote } from './call/LockNote';
import { createSpeech, keepSpeech } from './call/speechStore';
import { useBlocked } from './call/useLine';
import { createComposer } from './composerStore';
import { Desk } from './Desk';
import { DraftLine } from './DraftLine';
import { keepDrafts } from './draftKeeper';
import { EndedPanel } from './Ended';
import { FlightStrip } from './FlightStrip';
import { Header } from './Header';
import { DayDone, Hint } from './Hint';
import { Mission } from './Mission';
import { PlanLine } from './PlanLine';
import { PlayContext, type Playing, usePlay, useUi } from './playContext';
import { Ready } from './Ready';
import { Recipients } from './Recipients';
import { RoomBar } from './room/RoomBar';
import { storedSettings } from './settings';
import { Tabs } from './Tabs';
import { Toasts } from './Toasts';
import { TeamBar } from './team/TeamBar';
import { createUi, isWide } from './uiStore';
import { ActionsContext, useMadeActions } from './useActions';
import { useArrivals } from './useArrivals';
import { useKeys } from './useKeys';
import { useScene } from './useScene';

const Dialogs = dynamic(() => import('./Dialogs'));
const CallWatch = dynamic(() => import('./call/CallWatch'));
const CallConversation = dynamic(() => import('./call/CallConversation'));
const LineStrip = dynamic(() => import('./call/LineStrip'));

export interface PlayProps {
  seat: string;
  run: string;
  place: RunPlace;
  /** The slug of the draft that its author tries out; null in every other run. */
  draft: string | null;
  snapshot: Snapshot;
  drafts: Draft[];
  room: RoomView | null;
  /** The story of the brief, rendered on the server, so that formatting weighs nothing here. */
  story: ReactNode;
}

/** The play screen: one connection for as long as it is open. */
export function Play(props: PlayProps) {
  const [playing] = useState(() => begin(props));
  useEffect(() => {
    const { connection, composer, speech, ui, keptAs } = playing;
    ui.setState((s) => ({ settings: storedSettings(s.settings) }));
    if (isWide()) ui.setState((s) => ({ contact: s.contact ?? props.snapshot.view.contacts[0]?.id ?? null }));
    connection.start();
    const stop = keepDrafts(keptAs, composer, connection, deviceStorage());
    const stopSpeech = keepSpeech(keptAs, speech, tabStorage());
    return () => {
      stop();
      stopSpeech();
      connection.close();
    };
  }, [playing, props.snapshot]);
  return (
    <PlayContext value={playing}>
      <Acting>
        <Screen />
      </Acting>
    </PlayContext>
  );
}

function Acting({ children }: { children: ReactNode }) {
  return <ActionsContext value={useMadeActions()}>{children}</ActionsContext>;
}

/** A page in the background is not drawn, but it still has a title and notifications to keep. */
const undrawnMs = 120;

/**
 * Right after the next drawing of the page, or a moment later where none comes. Not in the same task as the drawing:
 * a key that is pressed waits for one of them, never for both.
 */
function nextDrawing(take: () => void): void {
  let taken = false;
  const once = () => {
    if (taken) return;
    taken = true;
    clearTimeout(timer);
    take();
  };
  const timer = setTimeout(once, undrawnMs);
  requestAnimationFrame(() => setTimeout(once));
}

function begin({ seat, run, place, draft, snapshot, drafts, room, story }: PlayProps): Playing {
  // Two members of a team may share a browser.
  const keptAs = `${run}-${snapshot.view.me}`;
  const connection = new Connection({
    initial: { view: snapshot.view, epoch: snapshot.epoch, n: snapshot.n, drafts, room },
    moved: () => location.reload(),
    wire: (on) => socketWire({ seat, run }, on),
    outbox: browserOutbox(keptAs),
    now: () => performance.now(),
    soon: nextDrawing,
  });
  return {
    seat,
    run,
    keptAs,
    place,
    draft,
    story,
    connection,
    composer: createComposer(drafts),
    speech: createSpeech(),
    ui: createUi(null),
  };
}

function deviceStorage(): Storage | null {
  try {
    return window.localStorage;
  } catch {
    return null;
  }
}

function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

function Screen() {
  useKeys();
  useArrivals();
  useScene();
  useFocusKept();
  const ready = usePlay((s) => s.view.clock.state === 'ready');
  const dialog = useUi((s) => s.dialog !== null);
  const calls = usePlay((s) => s.view.run.mode !== 'mail');
  return (
    <div className="flex h-dvh flex-col overflow-hidden">
      <Header />
      <PlanLine />
      <DraftLine />
      <TeamBar />
      <RoomBar />
      <ConnectionNote />
      {calls && <CallWatch />}
      <Toasts />
      {ready ? <Ready /> : <Desktop />}
      {dialog && <Dialogs />}
    </div>
  );
}

/** Three columns on a laptop; on a phone one part at a time, chosen below. */
function Desktop() {
  const t = useTranslations('play.talk');
  const contact = useUi((s) => s.contact);
  const tab = useUi((s) => s.tab);
  const mode = usePlay((s) => s.view.run.mode);
  const blocked = useBlocked();
  const shown = (on: boolean) => (on ? 'flex' : 'hidden lg:flex');
  return (
    <>
      <EndedPanel />
      {mode !== 'call' && <FlightStrip />}
      {mode !== 'mail' && <LineStrip />}
      <main className="flex min-h-0 grow flex-col">
        <Hint />
        <DayDone />
        <div className="flex min-h-0 grow lg:grid lg:grid-cols-[17rem_minmax(0,1fr)_21rem] xl:grid-cols-[19rem_minmax(0,1fr)_24rem]">
          <div
            className={`min-h-0 grow flex-col border-line bg-panel lg:border-r ${shown(tab === 'mail' && contact === null)}`}
          >
            <Recipients />
          </div>
          <div className={`min-h-0 min-w-0 grow flex-col ${shown(tab === 'mail' && contact !== null)}`}>
            {contact ? (
              mode === 'mail' ? (
                <Conversation contact={contact} />
              ) : (
                <CallConversation contact={contact} />
              )
            ) : (
              <p className="m-auto p-6 text-soft">{t(mode === 'call' ? 'pickCall' : 'pick')}</p>
            )}
          </div>
          <div
            className={`min-h-0 w-full flex-col border-line bg-panel lg:border-l ${shown(tab !== 'mail')}`}
          >
            <div
              className={`min-h-0 grow overflow-y-auto px-4 py-3 ${tab === 'desk' ? 'max-lg:hidden' : ''}`}
            >
              <Mission />
            </div>
            <div
              className={`border-line max-lg:grow max-lg:overflow-y-auto lg:border-t ${blocked ? 'hatched p-2' : 'px-4 py-3'} ${tab === 'mission' ? 'max-lg:hidden' : ''}`}
            >
              <LockNote className="mb-2" />
              <div className={blocked ? 'rounded-lg bg-panel p-2' : ''}>
                <Desk />
              </div>
            </div>
          </div>
        </div>
      </main>
      {tab !== 'mail' && <CallBar className="lg:hidden" />}
      <Tabs />
    </>
  );
}
