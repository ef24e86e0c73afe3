/**
 * How long personal data is kept (Article 8): the figures that the terms leave open.
 */
import { z } from 'zod';
import { count } from './fields.ts';

export const retention = z
  .strictObject({
    /** 相談内容, mails and headers, counted from the session, or from the closing where none was. */
    contentDays: count(1, 'days, 1 or more').default(90),
    /** The booking itself; then only counts remain. */
    bookingDays: count(1, 'days, 1 or more').default(365),
  })
  .refine(({ contentDays, bookingDays }) => contentDays <= bookingDays, {
    path: ['bookingDays'],
    error: 'as many days as contentDays or more',
  });
