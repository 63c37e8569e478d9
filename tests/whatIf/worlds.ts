import type { Question, StudyMission } from '@/core/contract/whatIf';
import { parametersOf, settingsOf } from '@/core/whatIf/parameters';
import { packFile } from '../support/packFiles';

export const colleagues: StudyMission = { kind: 'colleagues' };
export const pack = (slug: string): StudyMission => ({ kind: 'scenario', scenario: packFile(slug) });

/** The settings a mission usually has, some of them changed. */
export const settings = (mission: StudyMission, changed: Question['settings'] = {}) =>
  settingsOf(parametersOf(mission), changed);
