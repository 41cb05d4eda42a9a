/** Who sits at this computer, as far as the account tells: the first guess at the name that changes are signed with. */
import { userInfo } from "node:os";

/** Accounts that belong to a machine: nobody signs with them. */
const nobody = /^(root|admin|administrator|system|user|guest|nobody)$/i;

/** The name of the account, or "" when it is no person's. */
export function accountName(): string {
  try {
    return personIn(userInfo().username);
  } catch {
    return "";
  }
}

/** A name of an account when it may be a person's, else "". */
export function personIn(account: string): string {
  return nobody.test(account) ? "" : account;
}
