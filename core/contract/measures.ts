/** Names of the measures (section M), the same in code, JSON, CSV and screens. Times are simulated ms, shares 0 to 1, `null` not reached or not applicable. */
export const measureNames = [
  'solved',
  'firstAnswer',
  'completionTime',
  'blockedTime',
  'inFlightMax',
  'inFlightMean',
  'outOfOrder',
  'replyRate',
  'latencyQ50',
  'latencyQ90',
  'attemptsPerContact',
  'interruptionsCaused',
  'timeLostToOthers',
  'interruptionsSuffered',
  'resumptionLag',
  'deskDone',
  'deskWhileWaiting',
  'messages',
  'words',
  'clarifications',
  'reminders',
  'personTime',
  'equality',
] as const;
export type MeasureName = (typeof measureNames)[number];
export type Measures = Record<MeasureName, number | null>;
