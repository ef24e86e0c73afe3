/** The part of hoodiecrow-imap 2.1 that the demo uses; the package brings no types. */
declare module 'hoodiecrow-imap' {
  import type { Server, Socket } from 'node:net';

  interface Folder {
    uidvalidity?: number;
    messages?: StoredMessage[];
    folders?: Record<string, Folder>;
    separator?: string;
    type?: 'personal';
  }

  interface StoredMessage {
    uid: number;
    flags: string[];
    internaldate: string;
    raw: string;
  }

  interface Response {
    tag: string;
    command: string;
    attributes: { type: 'TEXT'; value: string }[];
  }

  interface Connection {
    state: 'Not Authenticated' | 'Authenticated' | 'Selected' | 'Logout';
    socket: Socket | null;
    directNotifications: boolean;
    inputHandler: false | ((line: string) => void);
    processNotifications(): void;
    send(response: Response, description: string, parsed: unknown, data: string): void;
  }

  interface ImapServer {
    server: Server;
    registerCapability(keyword: string): void;
    setCommandHandler(
      command: string,
      handler: (
        connection: Connection,
        parsed: { tag: string },
        data: string,
        done: () => void,
      ) => void,
    ): void;
    getMailbox(path: string): Folder | undefined;
    appendMessage(mailbox: string, flags: string[], internalDate: string, raw: string): unknown;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
  }

  interface Options {
    plugins: (string | ((server: ImapServer) => void))[];
    users: Record<string, { password: string }>;
    storage: Record<string, Folder>;
  }

  export type { Connection, ImapServer, Options };
  export default function hoodiecrow(options: Options): ImapServer;
}
