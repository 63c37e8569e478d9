import Markdown, { type Components } from 'react-markdown';
import rehypeSanitize from 'rehype-sanitize';

/** All that an author's text can have: nothing that leads anywhere, loads anything or looks like a part of the page. */
const allowed = ['p', 'strong', 'em', 'ul', 'ol', 'li', 'br', 'blockquote'];
const schema = { tagNames: allowed, attributes: {}, strip: ['script', 'style'] };

const components: Components = {
  p: ({ children }) => <p className="not-first:mt-3">{children}</p>,
  strong: ({ children }) => <strong className="font-semibold text-ink">{children}</strong>,
  ul: ({ children }) => <ul className="mt-2 list-disc pl-6">{children}</ul>,
  ol: ({ children }) => <ol className="mt-2 list-decimal pl-6">{children}</ol>,
  blockquote: ({ children }) => (
    <blockquote className="mt-3 border-l-2 border-edge pl-4">{children}</blockquote>
  ),
};

/** A text in Markdown: paragraphs, lists, emphasis. Weighs nothing in the browser where a page on the server renders it. */
export const Prose = ({ children }: { children: string }) => (
  <Markdown
    skipHtml
    unwrapDisallowed
    allowedElements={allowed}
    rehypePlugins={[[rehypeSanitize, schema]]}
    components={components}
  >
    {children}
  </Markdown>
);
