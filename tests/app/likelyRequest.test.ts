import { describe, expect, it } from 'vitest';
import { likelyRequest } from '@/app/_features/play/likelyRequest';
import { viewOf } from '@/core/view/viewOf';
import { Play } from '../support/play';
import { village } from '../support/village';

const { mission } = viewOf(new Play(village()).state);
const likely = (text: string) => likelyRequest(text, mission)?.id ?? null;

describe('A1: the chip that is suggested while somebody writes', () => {
  it('is the request that shares the most words', () => {
    expect(likely('Hello, how far is the bridge?')).toBe('bridge');
  });

  it('is none where nothing fits, or where the words fit several alike', () => {
    expect(likely('Lovely weather')).toBeNull();
    expect(likely('Can you tell me about it?')).toBeNull();
    expect(likely('')).toBeNull();
  });
});
