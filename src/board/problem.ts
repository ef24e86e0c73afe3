/**
 * Why the board cannot be served: an expected failure that names the setting. Apart from the
 * server, so that whoever only asks for the kind of an error loads no server.
 */

/** The address is not this machine's own, or it is in use. */
export class BoardProblem extends Error {}
