'use client';

import type { Member } from '@/core/contract/ids';
import { usePlay } from '../playContext';
import { useMemberName } from './useTeam';

/** Who of the team it was, where it was not oneself. */
export function Author({ of }: { of: Member | null }) {
  const me = usePlay((s) => s.view.me);
  return of === null || of === me ? null : <Named member={of} />;
}

function Named({ member }: { member: Member }) {
  const nameOf = useMemberName();
  return <span className="max-w-40 truncate font-medium text-ink">{nameOf(member)}</span>;
}
