import type { Metadata } from 'next';
import { useTranslations } from 'next-intl';
import { Resume } from '../_features/resume/Resume';
import { SiteHeader } from '../_ui/SiteHeader';

export const metadata: Metadata = { robots: { index: false } };

/** Where a personal link leads: the same run, on this device. */
export default function ResumePage() {
  const t = useTranslations('resume');
  return (
    <>
      <SiteHeader />
      <main className="mx-auto w-full max-w-3xl px-5 py-16">
        <h1 className="text-3xl font-semibold tracking-tight">{t('title')}</h1>
        <Resume texts={{ working: t('working'), failed: t('failed'), again: t('again') }} />
      </main>
    </>
  );
}
