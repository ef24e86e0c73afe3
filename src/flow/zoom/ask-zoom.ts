/**
 * Asks Zoom for one step. Where an earlier try may have had its effect without our learning of it,
 * the meeting is looked for by its reference first, so that no second one stays. Writes nothing
 * here.
 */
import type { MeetingStep } from '../../domain/meeting.ts';
import type { MadeMeeting, MeetingOrder, Zoom, ZoomResult } from '../../web/zoom.ts';

/** A step that is committed and not yet asked. */
export interface BegunStep {
  step: Extract<MeetingStep, 'make' | 'change' | 'remove'>;
  meetingId: number;
  bookingId: number;
  /** This try counted: 1 for the first. */
  tries: number;
  zoomId: string | null;
  order: MeetingOrder;
}

/** What Zoom made, changed (`null`) or removed (`null`). */
export function askZoom(zoom: Zoom, begun: BegunStep): Promise<ZoomResult<MadeMeeting | null>> {
  switch (begun.step) {
    case 'make':
      return begun.tries === 1 ? zoom.make(begun.order) : makeOnce(zoom, begun.order);
    case 'change':
      return zoom.change(begun.zoomId ?? '', begun.order);
    case 'remove':
      return begun.zoomId === null ? removeFound(zoom, begun.order) : zoom.remove(begun.zoomId);
  }
}

async function makeOnce(zoom: Zoom, order: MeetingOrder): Promise<ZoomResult<MadeMeeting>> {
  const found = await zoom.find(order.user, order.reference);
  if ('trouble' in found) return found;
  const [first, ...doubles] = found.done;
  if (first === undefined) return zoom.make(order);
  for (const id of doubles) {
    const removed = await zoom.remove(id);
    if ('trouble' in removed) return removed;
  }
  const changed = await zoom.change(first, order);
  return 'trouble' in changed ? changed : zoom.read(first);
}

async function removeFound(zoom: Zoom, order: MeetingOrder): Promise<ZoomResult<null>> {
  const found = await zoom.find(order.user, order.reference);
  if ('trouble' in found) return found;
  for (const id of found.done) {
    const removed = await zoom.remove(id);
    if ('trouble' in removed) return removed;
  }
  return { done: null };
}
