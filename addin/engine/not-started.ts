/** The program of the sending part did not come over the network: nothing is wrong with workbook or server. */
export class NotStarted extends Error {}
