import { codeTitle } from "../mapping/code-title";

const TITLES: ReadonlyMap<string, string> = new Map([
  ["MultipleDomainDirscan", "Directory scan across several domains"],
  ["SingleDomainDirscan", "Directory scan of one domain"],
  ["MultipleDomainWebscan", "Vulnerability scan across several domains"],
  ["SingleDomainWebscan", "Vulnerability scan of one domain"],
  ["MultipleDomainWebattack", "Web attack on several domains"],
  ["SingleDomainWebattack", "Web attack on one domain"],
  ["SingleURLWebattack", "Web attack on one URL"],
  ["SingleURLSqlattack", "SQL injection on one URL"],
  ["SingleURLXssattack", "Cross-site scripting on one URL"],
  ["WebshellUpload", "Attempt to upload a web shell"],
  ["RandomVulnTest", "Random probing for vulnerabilities"],
]);

export function threatTagTitle(tag: string): string {
  return TITLES.get(tag) ?? codeTitle(tag);
}
