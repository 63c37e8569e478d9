'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useMemo, useState } from 'react';
import type { Question, StudyMission, StudyPoint } from '@/core/contract/whatIf';
import { queryOf } from '@/core/whatIf/address';
import { parametersOf, settingsOf } from '@/core/whatIf/parameters';
import { Answer } from './Answer';
import { Choices } from './Choices';
import { Sliders } from './Sliders';
import type { Asked } from './study';
import { useStudy } from './useStudy';
import { useTexts } from './useTexts';

interface Props {
  question: Question;
  mission: StudyMission;
  /** Scenarios that may be chosen beside the one made from settings. */
  choices: readonly { slug: string; title: string }[];
  points: readonly StudyPoint[];
}

/** A question about the simulated world, changed by what is on the page, and its pictures. The address always asks the same. */
export function WhatIf({ question: first, mission, choices, points }: Props) {
  const t = useTranslations('whatIf');
  const [question, ask] = useState(first);
  const texts = useTexts(mission);
  const parameters = useMemo(() => parametersOf(mission), [mission]);
  const asked = useMemo(() => askedOf(question, mission, parameters), [question, mission, parameters]);
  const study = useStudy(asked);
  const change = (part: Partial<Question>) => ask((now) => ({ ...now, ...part }));
  const swept = parameters.find((p) => p.name === asked.sweep) ?? parameters[0];
  useEffect(() => {
    const query = new URLSearchParams(location.search);
    const kept = ['run', 'session'].flatMap((name) => {
      const value = query.get(name);
      return value === null ? [] : [[name, value]];
    });
    history.replaceState(history.state, '', `?${new URLSearchParams([...queryOf(question), ...kept])}`);
  }, [question]);
  if (!swept) return null;
  // One's own runs were played on the mission as it stands: beside another one they would say something else.
  const asPlayed = parameters.every((p) => p.name === swept.name || asked.settings[p.name] === p.usual);
  return (
    <div className="mt-6 grid gap-x-10 gap-y-8 lg:grid-cols-[19rem_minmax(0,1fr)]">
      <Answer
        asked={asked}
        swept={swept}
        second={parameters.find((p) => p.name === asked.by) ?? null}
        points={mission.kind === 'scenario' && asPlayed && asked.by === null ? points : []}
        study={study}
        texts={texts}
      />
      <form
        className="lg:col-start-1 lg:row-start-1"
        aria-label={t('form')}
        onSubmit={(e) => e.preventDefault()}
      >
        <Choices asked={asked} parameters={parameters} choices={choices} change={change} texts={texts} />
        <Sliders
          parameters={parameters}
          asked={asked}
          change={(settings) => change({ settings: { ...question.settings, ...settings } })}
          texts={texts}
        />
      </form>
    </div>
  );
}

/** The question with every setting filled in; what the mission does not have is asked for by its first parameter. */
function askedOf(
  question: Question,
  mission: StudyMission,
  parameters: ReturnType<typeof parametersOf>,
): Asked {
  const named = (name: Question['by']) => parameters.find((p) => p.name === name);
  const swept = named(question.sweep) ?? parameters[0];
  const second = question.by === question.sweep ? undefined : named(question.by);
  return {
    ...question,
    sweep: swept?.name ?? question.sweep,
    by: second?.name ?? null,
    mission,
    settings: settingsOf(parameters, question.settings),
    values: swept?.values ?? [],
    levels: second?.levels ?? [null],
  };
}
