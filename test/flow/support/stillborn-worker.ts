/** Stands in for a worker thread that cannot start. */
throw new Error('cannot start');
