/**
 * IPCC 2006 Guidelines, Vol 1 Ch 8 Table 8.2: energy, one category a line as `code|title|CRT code|EDGAR sector`. "=" is the
 * same code in the common reporting tables (CRT) of the Paris Agreement; an empty EDGAR sector is that of the parent.
 */
export const energyCategories = `
1|Energy|=|
1.A|Fuel combustion activities|=|
1.A.1|Energy industries|=|
1.A.1.a|Main activity electricity and heat production|=|ENE
1.A.1.a.i|Electricity generation|=|
1.A.1.a.ii|Combined heat and power generation|=|
1.A.1.a.iii|Heat plants|=|
1.A.1.b|Petroleum refining|=|REF_TRF
1.A.1.c|Manufacture of solid fuels and other energy industries|=|REF_TRF
1.A.1.c.i|Manufacture of solid fuels|=|
1.A.1.c.ii|Other energy industries|1.A.1.c.iii|
1.A.2|Manufacturing industries and construction|=|IND
1.A.2.a|Iron and steel|=|
1.A.2.b|Non-ferrous metals|=|
1.A.2.c|Chemicals|=|
1.A.2.d|Pulp, paper and print|=|
1.A.2.e|Food processing, beverages and tobacco|=|
1.A.2.f|Non-metallic minerals|=|
1.A.2.g|Transport equipment|1.A.2.g.ii|
1.A.2.h|Machinery|1.A.2.g.i|
1.A.2.i|Mining (excluding fuels) and quarrying|1.A.2.g.iii|
1.A.2.j|Wood and wood products|1.A.2.g.iv|
1.A.2.k|Construction|1.A.2.g.v|
1.A.2.l|Textile and leather|1.A.2.g.vi|
1.A.2.m|Non-specified industry|1.A.2.g.viii|
1.A.3|Transport|=|
1.A.3.a|Civil aviation|=|TNR_Aviation
1.A.3.a.i|International aviation (international bunkers)|1.D.1.a|
1.A.3.a.ii|Domestic aviation|1.A.3.a|
1.A.3.b|Road transportation|=|TRO
1.A.3.b.i|Cars|=|
1.A.3.b.ii|Light-duty trucks|=|
1.A.3.b.iii|Heavy-duty trucks and buses|=|
1.A.3.b.iv|Motorcycles|=|
1.A.3.b.v|Evaporative emissions from vehicles|=|
1.A.3.b.vi|Urea-based catalysts|2.D.3|
1.A.3.c|Railways|=|TNR_Other
1.A.3.d|Water-borne navigation|=|TNR_Ship
1.A.3.d.i|International water-borne navigation (international bunkers)|1.D.1.b|
1.A.3.d.ii|Domestic water-borne navigation|1.A.3.d|
1.A.3.e|Other transportation|=|TNR_Other
1.A.3.e.i|Pipeline transport|=|
1.A.3.e.ii|Off-road|=|
1.A.4|Other sectors|=|RCO
1.A.4.a|Commercial/institutional|=|
1.A.4.b|Residential|=|
1.A.4.c|Agriculture/forestry/fishing/fish farms|=|
1.A.4.c.i|Stationary|=|
1.A.4.c.ii|Off-road vehicles and other machinery|=|
1.A.4.c.iii|Fishing (mobile combustion)|=|
1.A.5|Non-specified|=|RCO
1.A.5.a|Stationary|=|
1.A.5.b|Mobile|=|
1.A.5.c|Multilateral operations|1.D.2|
1.B|Fugitive emissions from fuels|=|
1.B.1|Solid fuels|=|PRO_COAL
1.B.1.a|Coal mining and handling|=|
1.B.1.a.i|Underground mines|=|
1.B.1.a.i.1|Mining|1.B.1.a.i.(1)|
1.B.1.a.i.2|Post-mining seam gas emissions|1.B.1.a.i.(2)|
1.B.1.a.i.3|Abandoned underground mines|1.B.1.a.i.(3)|
1.B.1.a.i.4|Flaring of drained methane or conversion of methane to CO2|1.B.1.a.i.(4)|
1.B.1.a.ii|Surface mines|=|
1.B.1.a.ii.1|Mining|1.B.1.a.ii.(1)|
1.B.1.a.ii.2|Post-mining seam gas emissions|1.B.1.a.ii.(2)|
1.B.1.b|Uncontrolled combustion and burning coal dumps|1.B.1.c|
1.B.1.c|Solid fuel transformation|1.B.1.b|REF_TRF
1.B.2|Oil and natural gas|=|
1.B.2.a|Oil|=|PRO_OIL
1.B.2.a.i|Venting|1.B.2.c.i.(1)|
1.B.2.a.ii|Flaring|1.B.2.c.ii.(1)|
1.B.2.a.iii|All other|1.B.2.a|
1.B.2.a.iii.1|Exploration|1.B.2.a.i|
1.B.2.a.iii.2|Production and upgrading|1.B.2.a.ii|
1.B.2.a.iii.3|Transport|1.B.2.a.iii|
1.B.2.a.iii.4|Refining|1.B.2.a.iv|
1.B.2.a.iii.5|Distribution of oil products|1.B.2.a.v|
1.B.2.a.iii.6|Other|1.B.2.a.vi|
1.B.2.b|Natural gas|=|PRO_GAS
1.B.2.b.i|Venting|1.B.2.c.i.(2)|
1.B.2.b.ii|Flaring|1.B.2.c.ii.(2)|
1.B.2.b.iii|All other|1.B.2.b|
1.B.2.b.iii.1|Exploration|1.B.2.b.i|
1.B.2.b.iii.2|Production|1.B.2.b.ii|
1.B.2.b.iii.3|Processing|1.B.2.b.iii|
1.B.2.b.iii.4|Transmission and storage|1.B.2.b.iv|
1.B.2.b.iii.5|Distribution|1.B.2.b.v|
1.B.2.b.iii.6|Other|1.B.2.b.vi|
1.B.3|Other emissions from energy production|1.B.2.d|PRO_OIL
1.C|Carbon dioxide transport and storage|=|
1.C.1|Transport of CO2|=|
1.C.1.a|Pipelines|=|
1.C.1.b|Ships|=|
1.C.1.c|Other|=|
1.C.2|Injection and storage|=|
1.C.2.a|Injection|=|
1.C.2.b|Storage|=|
1.C.3|Other|=|
`;
