import { expect, test } from 'vitest';
import { windowName } from '@/app/_features/edit/keep/tab';
import { MemoryStorage } from '../../support/memoryStorage';

test('a window keeps its name over reloads', () => {
  const tab = new MemoryStorage();
  expect(windowName(tab)).toBe(windowName(tab));
  expect(windowName(new MemoryStorage())).not.toBe(windowName(tab));
});

test('a tab that can be read but refuses to keep anything has a name all the same, another one each time', () => {
  const refusing = new MemoryStorage(0);
  const name = windowName(refusing);
  expect(name).not.toBe('');
  expect(refusing.length).toBe(0);
  expect(windowName(refusing)).not.toBe(name);
});

test('a fault that is not the refusal of the browser is not passed over', () => {
  const broken = new MemoryStorage();
  broken.setItem = () => {
    throw new TypeError('not a storage');
  };
  expect(() => windowName(broken)).toThrow('not a storage');
});
