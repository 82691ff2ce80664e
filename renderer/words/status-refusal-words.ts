/** What an HTTP status says that is neither a success nor a failure of its own kind: true of the whole class, and of each one known. */

type Words = { readonly title: string; readonly detail: string };

/** The statuses of RFC 9110 and its neighbours with which a server turns down a request. Those of other kinds are missing. */
const refusals: Readonly<Record<number, string>> = {
  400: 'It takes the request to be malformed: the id may be written in a way that it does not know, or the address is of another kind of server.',
  402: 'It asks for a payment, or for a plan that covers this.',
  405: 'It does not answer such requests there: the address may be of another kind of server.',
  406: 'It has no answer in JSON: the address may be of another kind of server.',
  408: 'It waited too long for the request. Try again in a moment.',
  409: 'It says that the request is in conflict with what it holds.',
  410: 'It says that what was asked for is gone for good. Nobody was marked for it.',
  411: 'It wants to be told how long the request is.',
  412: 'It says that a condition of the request is not met.',
  413: 'It takes the request to be too large.',
  414: 'It takes the address that was asked for to be too long: the id may be.',
  415: 'It does not know the form of the request.',
  417: 'It cannot meet what the request expects.',
  418: 'It refuses with a joke (“I’m a teapot”), as some gateways do to programs.',
  421: 'The request came to a server that is not meant for this address: a proxy may have led it there.',
  422: 'It can read the request and makes no sense of it: the id may be written in a way that it does not know.',
  423: 'It says that what was asked for is locked.',
  424: 'It says that something failed which the request depends on.',
  425: 'It does not answer so early on a new connection. Try again in a moment.',
  426: 'It wants to be spoken to in another version of the protocol.',
  428: 'It wants the request to name a condition.',
  431: 'It takes the headers of the request to be too large: the token may be longer than it accepts.',
  451: 'It may not answer, for legal reasons.',
};

/** For a status outside 200–299. */
export function statusRefusalWords(status: number): Words {
  if (status >= 500 && status < 600) {
    return {
      title: `The server answered with an error (${status})`,
      detail: 'The trouble is on its side. Nothing stored was changed. Try again in a moment.',
    };
  }
  if (status >= 400 && status < 500) {
    const why = refusals[status] ?? 'What it means by that is not known here.';
    return {
      title: `The server does not accept this request (${status})`,
      detail: `${why} Nothing stored was changed.`,
    };
  }
  return {
    title: `The server gave no answer that can be used (${status})`,
    detail: 'It sent neither a user nor a reason. Nothing stored was changed. Check the address, then try again.',
  };
}
