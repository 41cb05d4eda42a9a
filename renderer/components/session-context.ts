/** Hands the session to components: `useSession(select)` for what they show, `useActions()` for what they do. */
import { createContext, useContext } from "react";
import type { Session, SessionValue } from "../session/session";
import { useStore } from "../session/store";

export const SessionContext = createContext<Session | null>(null);

/** The session itself, to act on. */
export function useActions(): Session {
  const session = useContext(SessionContext);
  if (!session) throw new Error("A component stands outside the session.");
  return session;
}

/** A slice of what the session knows; the component is redrawn when the slice changes. */
export function useSession<S>(select: (value: SessionValue) => S): S {
  return useStore(useActions(), select);
}
