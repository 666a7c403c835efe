import type { IpLocation } from "@/lib/simulator/cloud-firewall/risk-event";

/** A place in the codes of each product. */
export interface Location extends IpLocation {
  /** ISO style region of threat events, e.g. `GB-ENG`. */
  readonly region: string;
  /** Region of API-security events; a Chinese area code appears there beside any country. */
  readonly areaCode: string;
}

function location(
  CountryId: string,
  country: readonly [zh: string, en: string],
  CityId: string,
  city: readonly [zh: string, en: string],
  region: string,
  areaCode: string,
): Location {
  return {
    CountryId,
    CountryName: { zh: country[0], en: country[1] },
    CityId,
    CityName: { zh: city[0], en: city[1] },
    region,
    areaCode,
  };
}

export const LOCATIONS = {
  chengdu: location("CN", ["中国", "China"], "510100", ["四川省成都", "Chengdu, Sichuan"], "CN-51", "510100"),
  beijing: location("CN", ["中国", "China"], "110100", ["北京市", "Beijing"], "CN-11", "110000"),
  hongKong: location("HK", ["中国香港", "Hong Kong, China"], "810000", ["香港", "Hong Kong"], "HK", "-"),
  singapore: location("SG", ["新加坡", "Singapore"], "", ["", ""], "SG", ""),
  london: location("GB", ["英国", "United Kingdom"], "", ["伦敦", "London"], "GB-ENG", "GB-ENG"),
  paris: location("FR", ["法国", "France"], "", ["巴黎", "Paris"], "FR-IDF", ""),
  frankfurt: location("DE", ["德国", "Germany"], "", ["法兰克福", "Frankfurt am Main"], "DE-HE", "-"),
  amsterdam: location("NL", ["荷兰", "Netherlands"], "", ["阿姆斯特丹", "Amsterdam"], "NL-NH", ""),
  ashburn: location("US", ["美国", "United States"], "", ["阿什本", "Ashburn"], "US-VA", "110000"),
  sanJose: location("US", ["美国", "United States"], "", ["圣何塞", "San Jose"], "US-CA", "US-CA"),
  saoPaulo: location("BR", ["巴西", "Brazil"], "", ["圣保罗", "São Paulo"], "BR-SP", ""),
  mumbai: location("IN", ["印度", "India"], "", ["孟买", "Mumbai"], "IN-MH", "-"),
  seoul: location("KR", ["韩国", "South Korea"], "", ["首尔", "Seoul"], "KR-11", ""),
  unknown: location("", ["", ""], "", ["", ""], "", "-"),
} as const;
