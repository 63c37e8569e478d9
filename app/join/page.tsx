import type { Metadata } from 'next';
import { redirect } from 'next/navigation';
import { getTranslations } from 'next-intl/server';
import { buttonClass } from '../_ui/buttonClass';
import { Field } from '../_ui/Field';
import { SiteHeader } from '../_ui/SiteHeader';

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await getTranslations('join'))('title'),
});

const reasons = ['noSession', 'tooFast'] as const;

/** The way in with a code that stands on a screen. */
export default async function Join({ searchParams }: Props) {
  const { code, refused } = await searchParams;
  if (typeof code === 'string' && code.trim() !== '') redirect(`/j/${encodeURIComponent(code.trim())}`);
  const t = await getTranslations('join');
  const reason = reasons.find((r) => r === refused) ?? 'other';
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-md px-5 py-10">
        <h1 className="text-3xl font-semibold tracking-tight">{t('title')}</h1>
        <p className="mt-2 mb-6 text-soft">{t('lead')}</p>
        {refused !== undefined && (
          <p role="alert" className="mb-4 rounded-xl bg-bad-wash px-4 py-3 text-bad">
            {t(`refused.${reason}`)}
          </p>
        )}
        <form action="/join" className="grid gap-4">
          <Field
            label={t('code')}
            note={t('codeNote')}
            name="code"
            autoFocus
            required
            maxLength={12}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            className="tabular min-h-16 w-full rounded-lg border border-edge bg-raised px-4 text-center text-3xl font-semibold tracking-[0.3em] text-ink uppercase"
          />
          <button type="submit" className={buttonClass('primary', 'lg')}>
            {t('next')}
          </button>
        </form>
      </main>
    </>
  );
}
