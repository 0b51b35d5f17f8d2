import type { Term } from "../../matching/term-finder.ts";

/** Travel of people, and freight. */
export const travelTerms: readonly Term[] = [
  [
    "mode:flight",
    "flight|air travel|airline|plane|air ticket|airfare|flug|flugreise|vol|avion|vuelo|aviacion|fly|by air|flying|voo|viagem aerea|passagem aerea|passagen aerea|passagens aereas|volo|voli|volo aereo|biglietto aereo|przelot|przeloty|loty|vlucht|vliegreis|billet d avion",
    "航班|飞机|机票|航空出行|空中旅行|乘机|航空差旅|飞行|航空",
  ],
  ["haul:domestic", "domestic|inland flight|inlandsflug", "国内|境内"],
  [
    "haul:short",
    "short haul|shorthaul|short distance flight|kurzstrecke|within europe|intra european|court courrier|moyen courrier|corto radio|corta distancia",
    "短途|短程",
  ],
  [
    "haul:long",
    "long haul|longhaul|intercontinental|langstrecke|long courrier|lungo raggio|largo radio|longo curso|larga distancia",
    "长途|长程|洲际|远程",
  ],
  ["haul:international", "international|overseas|abroad", "国际|境外|国外"],
  ["class:Economy class", "economy|economy class|coach class", "经济舱"],
  ["class:Premium economy class", "premium economy|premium economy class", "超级经济舱|高端经济舱"],
  ["class:Business class", "business class|business", "商务舱|公务舱"],
  ["class:First class", "first class|first", "头等舱"],
  [
    "mode:rail",
    "train|rail|railway|train travel|rail travel|national rail|bahn|zug|bahnfahrt|tren|ferrocarril|high speed rail|by rail|by train|amtrak|intercity rail|treno|trem|comboio|pociag|kolej|trein|train grande ligne|viaggio in treno",
    "火车|高铁|铁路|动车|列车|铁路客运|高速铁路|火车票|城际铁路",
  ],
  ["mode:intl rail", "eurostar|international rail", "国际铁路"],
  [
    "mode:metro",
    "metro|subway|underground|tram|light rail|u bahn|strassenbahn|tramway|tube|mrt",
    "地铁|轻轨|有轨电车|城市轨道|轨道交通",
  ],
  [
    "mode:bus",
    "bus|local bus|public bus|public transport|public transit|autobus|omnibus|opnv",
    "公交|公交车|巴士|公共汽车|公共交通",
  ],
  [
    "mode:coach",
    "coach|intercity bus|reisebus|autocar|long distance bus|shuttle bus",
    "长途客车|大巴|长途汽车|班车|大巴车",
  ],
  ["mode:taxi", "taxi|cab|uber|ride hailing|rideshare|ride share|lyft|didi|taxi ride", "出租车|网约车|的士|滴滴|打车"],
  [
    "mode:car",
    "car|private car|rental car|hire car|car travel|passenger car|personal car|auto|pkw|voiture|coche|mietwagen|by car|automobile|car rental|grey fleet|employee car|own car|personal vehicle|private vehicle|employee vehicle|car mileage|mileage|car share|carpool|carro|automovel|automovil|samochod osobowy|samochod|autovettura|personenauto",
    "私家车|轿车|汽车|自驾|小汽车|租车|私车|自驾车|小轿车|乘用车|员工私家车|私车公用",
  ],
  ["drive:Diesel", "diesel", "柴油车|柴油"],
  ["drive:Petrol", "petrol|gasoline", "汽油车|汽油|燃油车"],
  ["drive:Hybrid", "hybrid", "混合动力|混动"],
  ["drive:Plug-in Hybrid Electric Vehicle", "plug in hybrid|phev", "插电混动|插电式混合动力|插混"],
  [
    "drive:Battery Electric Vehicle",
    "electric car|electric vehicle|battery electric|bev|ev|elektroauto",
    "电动车|电动汽车|纯电动|新能源车|纯电动车|新能源汽车",
  ],
  ["mode:motorbike", "motorbike|motorcycle|scooter|motorrad|moto", "摩托车|电动摩托"],
  ["mode:ferry", "ferry|passenger ferry|fahre", "轮渡|客轮|渡轮"],
  ["mode:active", "bicycle|bike|cycling|walking|on foot|fahrrad|velo|walk|cycle", "自行车|步行|骑行|共享单车"],
  [
    "mode:hotel",
    "hotel|hotel night|hotel stay|accommodation|lodging|room night|overnight stay|ubernachtung|nuitee|hebergement|alojamiento|hotel accommodation|pernoctacion|noche de hotel|hospedagem|diaria de hotel|pernottamento|albergo|nocleg|hospedaje|notte in hotel",
    "酒店|住宿|宾馆|旅馆|酒店住宿",
  ],
  [
    "freight:any",
    "freight|freighting|shipping|shipment|transport of goods|transportation|transport|logistics|logistic|delivery|haulage|carriage|distribution|fracht|spedition|gutertransport|fret|livraison|flete|transporte|cargo|goods transport|trasporto merci|frete|transporte de carga|transporte de mercancia|transport towarow|goederenvervoer|transport de marchandise",
    "运输|货运|物流|配送|运费|货物运输|发运|承运",
  ],
  [
    "freight:road",
    "road freight|truck|lorry|hgv|trucking|road transport|road haulage|lkw|camion|truck freight|articulated truck|rigid truck|heavy goods vehicle|ltl|ftl|by road|by truck|road|caminhao|ciezarowka|autocarro merci|vrachtwagen|poids lourd|trasporto su strada|transporte rodoviario|transporte por carretera",
    "卡车|货车|公路|公路运输|公路货运|汽运|重卡|汽车运输|卡车运输|陆运|货车运输",
  ],
  ["freight:van", "van|delivery van|light goods vehicle|lgv|transporter", "厢式货车|面包车|轻型货车|小货车"],
  [
    "freight:rail",
    "rail freight|freight train|rail transport|schienenguterverkehr|by rail|train freight|rail|train",
    "铁路货运|铁路运输|火车运输|中欧班列|铁路|班列",
  ],
  [
    "freight:sea",
    "sea freight|ocean freight|container ship|ship|shipping line|sea|ocean|maritime|vessel|seefracht|fret maritime|maritimo|container|fcl|lcl|sea transport|by sea|deep sea|container vessel",
    "海运|船运|水运|集装箱船|海洋运输|集装箱|远洋运输|海运集装箱|航运",
  ],
  ["freight:bulk", "bulk carrier|bulker|dry bulk", "散货船"],
  ["freight:inland water", "inland waterway|barge|river barge|binnenschiff", "内河|驳船|内河航运|内河运输"],
  [
    "freight:air",
    "air freight|air cargo|airfreight|luftfracht|fret aerien|by air|air|aerial",
    "空运|航空货运|航空运输|航空快递|空运货物",
  ],
  [
    "freight:courier",
    "courier|express delivery|parcel|parcel delivery|kurier|postage|mail|express",
    "快递|快递费|邮寄|邮政|快件",
  ],
  ["freight:cold", "refrigerated|reefer|cold chain|chilled transport|temperature controlled", "冷藏|冷链|冷藏车"],
];
