/**
 * The figures of a session that the terms fix; they are no settings.
 */

/** A session lasts thirty minutes (Article 6(1)). */
export const SESSION_MINUTES = 30;

/** Minutes after the start at which an absence without a word is deemed a cancellation (6(6)). */
export const NO_SHOW_AFTER_MINUTES = 10;
