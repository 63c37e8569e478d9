'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { readDraft } from '@/core/contract/draft';
import { keepsTabDrafts } from '../../_ui/tabDrafts';
import { tabStorage } from '../../_ui/tabStorage';
import { type Editing, EditorContext, useEditor } from './editorContext';
import { type Audience, createEditor, watchFaults } from './editorStore';
import { Bar } from './frame/Bar';
import { Conflict } from './frame/Conflict';
import { Nav } from './frame/Nav';
import { Problems } from './frame/Problems';
import { useEditorKeys } from './frame/useEditorKeys';
import { Keeper } from './keep/keeper';
import { recall, remember, restoreHistory, restorePlace, watchPlace } from './keep/recall';
import { saveOnServer } from './keep/server';
import { browserShelf } from './keep/shelf';
import { windowName } from './keep/tab';
import { lookBeside } from './model/looking';
import { type Samples, samplesOf, type Template } from './model/samples';
import { BriefSection } from './sections/Brief';
import { DeskSection } from './sections/Desk';
import { DetailsSection } from './sections/Details';
import { MailSection } from './sections/Mail';
import { RecipientsSection } from './sections/Recipients';
import { RequestsSection } from './sections/Requests';
import { TeachingSection } from './sections/Teaching';
import { type Simulate, TryOutSection } from './sections/TryOut';
import { useStartTexts } from './useStartTexts';

/** A draft as the page hands it over. */
export interface OpenDraft {
  slug: string;
  doc: unknown;
  rev: number;
  savedAt: number | null;
  published: number | null;
  /** Whether it says what that version says. */
  asPublished: boolean;
  audience: Audience;
}

type Notes = { leftOut: string[]; takenUp: boolean };

/** The editor of one scenario. `template` is what a new one begins with; `simulate` draws what many runs of it come to. */
export function Editor({
  open,
  template,
  simulate,
}: {
  open: OpenDraft;
  template: Template;
  simulate: Simulate;
}) {
  const texts = useStartTexts();
  const [{ editing, leftOut }] = useState(() => begin(open, samplesOf(template, texts)));
  const [takenUp, setTakenUp] = useState(false);
  useEffect(() => {
    const { store, keeper } = editing;
    const tab = tabStorage();
    const kept = tab && recall(tab, store.getState().slug);
    restorePlace(store, kept, location.hash);
    const looking = lookBeside();
    const stops = [
      watchFaults(store, looking.look),
      looking.end,
      watchPlace(store, (address) => window.history.replaceState(null, '', address)),
    ];
    void keeper.begin(windowName()).then((taken) => {
      setTakenUp(taken);
      if (kept) restoreHistory(store, kept);
    });
    const online = () => void keeper.flush();
    const leave = () => tab && keepsTabDrafts() && remember(tab, store.getState());
    addEventListener('online', online);
    addEventListener('pagehide', leave);
    return () => {
      leave();
      removeEventListener('online', online);
      removeEventListener('pagehide', leave);
      keeper.end();
      for (const stop of stops) stop();
    };
  }, [editing]);
  return (
    <EditorContext value={editing}>
      <Frame notes={{ leftOut, takenUp }} simulate={simulate} />
    </EditorContext>
  );
}

function begin({ doc, ...open }: OpenDraft, samples: Samples): { editing: Editing; leftOut: string[] } {
  const { draft, leftOut } = readDraft(doc);
  const store = createEditor({ ...open, samples, draft: { ...draft, slug: open.slug } });
  const keeper = new Keeper(store, saveOnServer, browserShelf());
  return { editing: { store, keeper }, leftOut };
}

function Frame({ notes, simulate }: { notes: Notes; simulate: Simulate }) {
  useEditorKeys();
  return (
    <>
      <Bar />
      <Conflict />
      <Told notes={notes} />
      <div className="mx-auto grid w-full max-w-[90rem] grid-cols-[minmax(0,1fr)] gap-x-8 gap-y-4 px-5 py-5 lg:grid-cols-[13rem_minmax(0,1fr)_17rem]">
        <div className="lg:sticky lg:top-20 lg:self-start">
          <Nav />
        </div>
        <main className="large-screen min-w-0 pb-16">
          <OpenSection simulate={simulate} />
        </main>
        <aside className="border-t border-line pt-4 lg:sticky lg:top-20 lg:max-h-[calc(100dvh-6rem)] lg:self-start lg:overflow-y-auto lg:border-t-0 lg:border-l lg:pt-0 lg:pl-5">
          <Problems />
        </aside>
      </div>
    </>
  );
}

/** What was found on opening that is not as one would expect. */
function Told({ notes: { leftOut, takenUp } }: { notes: Notes }) {
  const t = useTranslations('editor.told');
  return (
    <div className="mx-auto grid w-full max-w-[90rem] gap-2 px-5 empty:hidden">
      {takenUp && (
        <p role="status" className="mt-3 rounded-lg bg-mail-wash px-4 py-2 text-sm">
          {t('takenUp')}
        </p>
      )}
      {leftOut.length > 0 && (
        <p className="mt-3 rounded-lg bg-bad-wash px-4 py-2 text-sm text-bad">
          {t('leftOut', { parts: leftOut.join(', ') })}
        </p>
      )}
    </div>
  );
}

/** One section at a time is drawn, however large the document is. */
function OpenSection({ simulate }: { simulate: Simulate }) {
  const section = useEditor((s) => s.section);
  switch (section) {
    case 'brief':
      return <BriefSection />;
    case 'recipients':
      return <RecipientsSection />;
    case 'requests':
      return <RequestsSection />;
    case 'mail':
      return <MailSection />;
    case 'desk':
      return <DeskSection />;
    case 'details':
      return <DetailsSection />;
    case 'teaching':
      return <TeachingSection />;
    case 'tryOut':
      return <TryOutSection simulate={simulate} />;
  }
}
