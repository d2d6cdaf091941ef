/**
 * A register on its way from the part that reads to the part that sends. It travels as the one message of a port, so
 * that the page's own thread never unpacks it: 63,000 rows would hold it up for half a second.
 */
import type { Register } from '../../shared/domain/register.ts';
import type { PlainRegister } from './check-runner.ts';

/** A port whose first message is the register. */
export type HandedRegister = MessagePort;

/** Hands a register over on the same thread. */
export function handOver(register: PlainRegister): HandedRegister {
  const { port1, port2 } = new MessageChannel();
  port1.postMessage(register);
  return port2;
}

/** Takes the register out of its port, and closes that. */
export function takeRegister(port: HandedRegister): Promise<Register> {
  return new Promise((resolve) => {
    port.addEventListener(
      'message',
      (event: MessageEvent<PlainRegister>) => {
        port.close();
        resolve({ ...event.data, rawCell: undefined });
      },
      { once: true },
    );
    port.start();
  });
}
