import { describe, expect, it } from 'vitest';
import { marked } from '@/app/_features/edit/sections/markdown';

describe('marking text in the story', () => {
  const press = (mark: 'bold' | 'italic' | 'list', text: string, chosen: string) => {
    const from = text.indexOf(chosen);
    return marked(mark, text, from, from + chosen.length);
  };

  it('the chosen words become bold, stay chosen, and pressing again takes it back', () => {
    const bold = press('bold', 'one two three', 'two');
    expect(bold.text).toBe('one **two** three');
    expect(bold.text.slice(bold.from, bold.to)).toBe('two');
    expect(marked('bold', bold.text, bold.from, bold.to).text).toBe('one two three');
  });

  it('italic within bold is added, not taken for half of the bold', () => {
    const { text } = press('italic', 'one **two** three', 'two');
    expect(text).toBe('one ***two*** three');
  });

  it('lines become points after an empty line, and lose them again', () => {
    const { text, from } = press('list', 'Bring:\ncups\nplates', 'cups\nplates');
    expect(text).toBe('Bring:\n\n- cups\n- plates');
    expect(from).toBe(text.length);
    expect(press('list', text, '- cups\n- plates').text).toBe('Bring:\n\ncups\nplates');
  });
});
