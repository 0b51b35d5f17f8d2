/** Made-up data sets in the layouts of the formats, with their oddities. No number in them is of a real product. */

const namespace2 = 'xmlns="http://www.EcoInvent.org/EcoSpold02"';
const [BAKERY, OVEN, TREATMENT] = [1, 2, 3].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
];
const [BREAD, CRUMBS, HEAT, ASH] = [4, 5, 6, 7].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
];
const [CARBON, WOOD] = [8, 9].map((n) => `00000000-0000-4000-8000-00000000000${n}`) as [string, string];
export const ids = { BAKERY, OVEN, TREATMENT, BREAD, CRUMBS, HEAT, ASH, CARBON, WOOD };

const activity2 = (id: string, name: string) => `
  <activityDescription>
   <activity id="${id}" activityNameId="${id}" type="1" specialActivityType="0">
    <activityName xml:lang="de">${name} (deutsch)</activityName>
    <activityName xml:lang="en">${name}</activityName>
    <generalComment><text xml:lang="en" index="1">First line</text><text xml:lang="en" index="2">second &lt;line&gt;</text></generalComment>
   </activity>
   <classification classificationId="${id}"><classificationSystem xml:lang="en">Other</classificationSystem><classificationValue xml:lang="en">x</classificationValue></classification>
   <classification classificationId="${id}"><classificationSystem xml:lang="en">ISIC rev.4 ecoinvent</classificationSystem><classificationValue xml:lang="en">1071:Bakery</classificationValue></classification>
   <geography geographyId="${id}"><shortname xml:lang="en">CH</shortname></geography>
   <timePeriod startDate="2011-01-01" endDate="2024-12-31" isDataValidForEntirePeriod="true"/>
  </activityDescription>`;
const intermediate = (
  flow: string,
  name: string,
  amount: number | string,
  rest: string,
  attributes = "",
  unit = "kg",
) => `
   <intermediateExchange id="${flow}" unitId="${flow}" amount="${amount}" intermediateExchangeId="${flow}" ${attributes}>
    <name xml:lang="en">${name}</name><unitName xml:lang="en">${unit}</unitName>${rest}
   </intermediateExchange>`;
const byProduct = (kind: string) =>
  `<classification classificationId="${BREAD}"><classificationSystem xml:lang="en">By-product classification</classificationSystem><classificationValue xml:lang="en">${kind}</classificationValue></classification>`;
const file2 = (content: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<ecoSpold ${namespace2}>\n <childActivityDataset>${content}\n </childActivityDataset>\n</ecoSpold>\n`;

/** Three activities: a bakery with by-products and formulas, an oven, the treatment of ash. */
export const ecospold2Sample: Readonly<Record<string, string>> = {
  [`db/datasets/${BAKERY}_${BREAD}.spold`]: file2(`${activity2(BAKERY, "bread production")}
  <flowData>${intermediate(
    HEAT,
    "heat",
    3,
    `<comment xml:lang="en">measured</comment><uncertainty><lognormal meanValue="3" mu="7.7" variance="0.04" varianceWithPedigreeUncertainty="0.09"/></uncertainty><inputGroup>5</inputGroup>`,
    `activityLinkId="${OVEN}" mathematicalRelation="IF(Loaves&gt;1;heat_per_loaf*LOAVES;0)" isCalculatedAmount="true"`,
    "MJ",
  )}${intermediate(
    BREAD,
    "bread",
    1,
    `<property propertyId="${BREAD}" amount="0.6"><name xml:lang="en">dry mass</name><unitName xml:lang="en">kg</unitName></property><property propertyId="${BREAD}" amount="2.5"><name xml:lang="en">price</name><unitName xml:lang="en">EUR2005</unitName></property><outputGroup>0</outputGroup>`,
    'productionVolumeAmount="42"',
  )}${intermediate(CRUMBS, "crumbs", 0.1, `${byProduct("allocatable product")}<outputGroup>2</outputGroup>`)}${intermediate(
    ASH,
    "ash",
    0.05,
    `${byProduct("Waste")}<uncertainty><triangular minValue="0.01" mostLikelyValue="0.05" maxValue="0.2"/></uncertainty><outputGroup>2</outputGroup>`,
    `mathematicalRelation="loaves * 99"`,
  )}
   <elementaryExchange id="${CARBON}" unitId="${CARBON}" amount="0.7" elementaryExchangeId="${CARBON}" casNumber="000124-38-9" mathematicalRelation="Ref('x','y')">
    <name xml:lang="en">Carbon dioxide</name><unitName xml:lang="en">kg</unitName>
    <uncertainty><gamma shape="1" scale="2" minValue="0"/></uncertainty>
    <compartment subcompartmentId="${CARBON}"><compartment xml:lang="en">air</compartment><subcompartment xml:lang="en">urban</subcompartment></compartment>
    <outputGroup>4</outputGroup>
   </elementaryExchange>
   <elementaryExchange id="${WOOD}" unitId="${WOOD}" amount="2" elementaryExchangeId="${WOOD}">
    <name xml:lang="en">Carbon dioxide, uptake</name><unitName xml:lang="en">kg</unitName>
    <compartment subcompartmentId="${WOOD}"><compartment xml:lang="en">air</compartment><subcompartment xml:lang="en">urban</subcompartment></compartment>
    <inputGroup>4</inputGroup>
   </elementaryExchange>
   <parameter parameterId="${BREAD}" variableName="loaves" amount="2"><name xml:lang="en">loaves</name><uncertainty><uniform minValue="1" maxValue="4"/></uncertainty></parameter>
   <parameter parameterId="${HEAT}" variableName="heat_per_loaf" amount="1.5" mathematicalRelation="Loaves * 0.75"><name xml:lang="en">heat</name><unitName xml:lang="en">MJ</unitName></parameter>
  </flowData>
  <administrativeInformation><dataGeneratorAndPublication personId="${BREAD}" isCopyrightProtected="true" accessRestrictedTo="1"/></administrativeInformation>`),
  [`db/datasets/${OVEN}_${HEAT}.spold`]: file2(`${activity2(OVEN, "heat, oven")}
  <flowData>${intermediate(HEAT, "heat", 1, "<outputGroup>0</outputGroup>", "", "MJ")}${intermediate(ASH, "ash", -0.01, `${byProduct("Waste")}<inputGroup>5</inputGroup>`, `activityLinkId="${TREATMENT}"`)}${intermediate(CRUMBS, "crumbs", 2, "<inputGroup>5</inputGroup>", `activityLinkId="${BAKERY}"`, "g")}
  </flowData>`),
  [`db/datasets/${TREATMENT}_${ASH}.spold`]: file2(`${activity2(TREATMENT, "treatment of ash")}
  <flowData>${intermediate(ASH, "ash", -1, `<uncertainty><normal meanValue="-1" variance="0.01" varianceWithPedigreeUncertainty="0.04"/></uncertainty><outputGroup>0</outputGroup>`)}${intermediate(BREAD, "bread", 0, "<outputGroup>0</outputGroup>")}
  </flowData>`),
  "db/MasterData/IntermediateExchanges.xml": "<validIntermediateExchanges/>",
};

const exchange1 = (attributes: string, group: string) =>
  `\n   <exchange uncertaintyType="0" ${attributes}>${group}</exchange>`;
const input = (n: number) => `<inputGroup>${n}</inputGroup>`;
const output = (n: number) => `<outputGroup>${n}</outputGroup>`;

/** Two processes in one file, of which the second makes two products with allocation factors. */
export const ecospold1Sample: Readonly<Record<string, string>> = {
  "db/Sample.XML": `<?xml version="1.0" encoding="UTF-8"?>
<es:ecoSpold xmlns:es="http://www.EcoInvent.org/EcoSpold01" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
 <es:dataset number="11" timestamp="2020-01-01T00:00:00" generator="by hand" internalSchemaVersion="1.0">
  <es:metaInformation><es:processInformation>
   <es:referenceFunction datasetRelatesToProduct="true" name="Bread, at bakery" infrastructureProcess="false" amount="1" unit="kg" category="Food" subCategory="Bakery" generalComment="A &quot;made-up&quot; process"/>
   <es:geography location="CH"/>
   <es:timePeriod><es:startDate>2010-05-01</es:startDate><es:endDate>2012-12-31</es:endDate></es:timePeriod>
  </es:processInformation></es:metaInformation>
  <es:flowData>
   <es:exchange number="11" name="Bread, at bakery" location="CH" unit="kg" meanValue="1"><es:outputGroup>0</es:outputGroup></es:exchange>
   <es:exchange number="2" name="Flour" location="CH" unit="g" meanValue="700" uncertaintyType="1" standardDeviation95="1.44"><es:inputGroup>5</es:inputGroup></es:exchange>
   <es:exchange number="3" name="Bran" unit="kg" meanValue="0.2" uncertaintyType="3" minValue="0.1" maxValue="0.4"><es:inputGroup>1</es:inputGroup></es:exchange>
   <es:exchange number="4" category="air" subCategory="unspecified" CASNumber="000124-38-9" name="Carbon dioxide" unit="kg" meanValue="0.7" uncertaintyType="1" standardDeviation95="0"><es:outputGroup>4</es:outputGroup></es:exchange>
   <es:exchange number="5" category="resource" subCategory="in water" name="Water" unit="m3" meanValue="0.01" uncertaintyType="4" minValue="0.005" maxValue="0.02"><es:inputGroup>4</es:inputGroup></es:exchange>
   <es:exchange number="6" name="Feed, avoided" location="CH" unit="kg" meanValue="0.3"><es:outputGroup>1</es:outputGroup></es:exchange>
   <es:exchange number="7" name="Waste water" location="CH" unit="m3" meanValue="0.02"><es:outputGroup>3</es:outputGroup></es:exchange>
  </es:flowData>
 </es:dataset>
 <es:dataset number="12" timestamp="2020-01-01T00:00:00" generator="by hand" internalSchemaVersion="1.0">
  <es:metaInformation><es:processInformation>
   <es:referenceFunction datasetRelatesToProduct="false" name="Milling" amount="1" unit="kg"/>
   <es:geography location="CH"/>
  </es:processInformation></es:metaInformation>
  <es:flowData>
   <es:exchange number="1" name="Flour" location="CH" unit="kg" meanValue="0.8"><es:outputGroup>2</es:outputGroup></es:exchange>
   <es:exchange number="2" name="Bran" location="CH" unit="kg" meanValue="0.2"><es:outputGroup>2</es:outputGroup></es:exchange>
   <es:exchange number="3" name="Wheat" location="CH" unit="kg" meanValue="1"><es:inputGroup>5</es:inputGroup></es:exchange>
   <es:exchange number="4" name="Bag" location="CH" unit="unit" meanValue="1"><es:inputGroup>5</es:inputGroup></es:exchange>
   <es:allocation referenceToCoProduct="1" fraction="90"><es:referenceToInputOutput>3</es:referenceToInputOutput></es:allocation>
   <es:allocation referenceToCoProduct="2" fraction="10"><es:referenceToInputOutput>3</es:referenceToInputOutput></es:allocation>
   <es:allocation referenceToCoProduct="1" fraction="100"><es:referenceToInputOutput>4</es:referenceToInputOutput></es:allocation>
  </es:flowData>
 </es:dataset>
</es:ecoSpold>
`,
};
/** The same layout with one process only, to be damaged. */
export const ecospold1Process = (
  exchanges = `${exchange1('number="1" name="Bread" location="CH" unit="kg" meanValue="1"', output(0))}${exchange1('number="2" name="Flour" location="CH" unit="kg" meanValue="0.7"', input(5))}`,
) =>
  `<?xml version="1.0"?>
<ecoSpold xmlns="http://www.EcoInvent.org/EcoSpold01">
 <dataset number="1">
  <metaInformation><processInformation>
   <referenceFunction name="Bread" unit="kg" amount="1"/>
   <geography location="CH"/>
  </processInformation></metaInformation>
  <flowData>${exchanges}
  </flowData>
 </dataset>
</ecoSpold>
`;

const common = 'xmlns:common="http://lca.jrc.it/ILCD/Common"';
const PROCESS = "10000000-0000-4000-8000-000000000001";
const [MASS, NCV, KILOGRAM, MEGAJOULE] = [2, 3, 4, 5].map((n) => `10000000-0000-4000-8000-00000000000${n}`) as [
  string,
  string,
  string,
  string,
];
const unitGroup = (
  id: string,
  units: string,
) => `<unitGroupDataSet xmlns="http://lca.jrc.it/ILCD/UnitGroup" ${common} version="1.1">
 <unitGroupInformation><dataSetInformation><common:UUID>${id}</common:UUID><common:name xml:lang="en">Units</common:name></dataSetInformation>
 <quantitativeReference><referenceToReferenceUnit>0</referenceToReferenceUnit></quantitativeReference></unitGroupInformation>
 <units>${units}</units></unitGroupDataSet>`;
const property = (
  id: string,
  name: string,
  group: string,
) => `<flowPropertyDataSet xmlns="http://lca.jrc.it/ILCD/FlowProperty" ${common} version="1.1">
 <flowPropertiesInformation><dataSetInformation><common:UUID>${id}</common:UUID><common:name xml:lang="de">${name} (deutsch)</common:name><common:name xml:lang="en">${name}</common:name></dataSetInformation>
 <quantitativeReference><referenceToReferenceUnitGroup type="unit group data set" refObjectId="${group}"><common:shortDescription xml:lang="en">Units</common:shortDescription></referenceToReferenceUnitGroup></quantitativeReference></flowPropertiesInformation></flowPropertyDataSet>`;
const flow = (
  id: string,
  name: string,
  type: string,
  more = "",
  other = "",
  categories = "",
  version = "01.00.000",
) => `<flowDataSet xmlns="http://lca.jrc.it/ILCD/Flow" ${common} version="1.1">
 <flowInformation><dataSetInformation><common:UUID>${id}</common:UUID><name><baseName xml:lang="en">${name}</baseName>${more}</name>${categories}</dataSetInformation>
 <quantitativeReference><referenceToReferenceFlowProperty>0</referenceToReferenceFlowProperty></quantitativeReference></flowInformation>
 <modellingAndValidation><LCIMethod><typeOfDataSet>${type}</typeOfDataSet></LCIMethod></modellingAndValidation>
 <administrativeInformation><publicationAndOwnership><common:dataSetVersion>${version}</common:dataSetVersion></publicationAndOwnership></administrativeInformation>
 <flowProperties><flowProperty dataSetInternalID="0"><referenceToFlowPropertyDataSet refObjectId="${MASS}"/><meanValue>1</meanValue></flowProperty>${other}</flowProperties></flowDataSet>`;
const ilcdExchange = (number: number, id: string, direction: string, content: string, attributes = "") => `
  <exchange dataSetInternalID="${number}" ${attributes}><referenceToFlowDataSet type="flow data set" refObjectId="${id}"><common:shortDescription xml:lang="en">flow</common:shortDescription></referenceToFlowDataSet>
   <exchangeDirection>${direction}</exchangeDirection>${content}</exchange>`;

/** One process with two products, a variable, an avoided product, wastes in both directions, and the data sets that it needs. */
export const ilcdSample: Readonly<Record<string, string>> = {
  "ILCD/processes/bread.xml": `<?xml version="1.0" encoding="UTF-8"?>
<processDataSet xmlns="http://lca.jrc.it/ILCD/Process" ${common} xmlns:olca="http://openlca.org/ilcd-extensions" version="1.1">
 <processInformation>
  <dataSetInformation><common:UUID>${PROCESS}</common:UUID><name><baseName xml:lang="en">Bread</baseName><mixAndLocationTypes xml:lang="en">at bakery</mixAndLocationTypes></name>
   <classificationInformation><common:classification><common:class level="1" classId="b">Bakery</common:class><common:class level="0" classId="a">Food</common:class></common:classification></classificationInformation></dataSetInformation>
  <quantitativeReference type="Reference flow(s)"><referenceToReferenceFlow>0</referenceToReferenceFlow></quantitativeReference>
  <time><common:referenceYear>2015</common:referenceYear></time>
  <geography><locationOfOperationSupplyOrProduction location="DE"/></geography>
  <mathematicalRelations><variableParameter name="yield"><meanValue>0.5</meanValue><minimumValue>0.4</minimumValue><maximumValue>0.6</maximumValue><uncertaintyDistributionType>uniform</uncertaintyDistributionType></variableParameter></mathematicalRelations>
 </processInformation>
 <administrativeInformation><publicationAndOwnership><common:licenseType>Free of charge for all users and uses</common:licenseType></publicationAndOwnership></administrativeInformation>
 <exchanges>${ilcdExchange(0, BREAD, "Output", "<meanAmount>1</meanAmount>")}${ilcdExchange(1, CRUMBS, "Output", "<meanAmount>0.1</meanAmount>")}${ilcdExchange(
   2,
   WOOD,
   "Input",
   `<referenceToVariable>yield</referenceToVariable><meanAmount>3</meanAmount><resultingAmount>1.5</resultingAmount><uncertaintyDistributionType>log-normal</uncertaintyDistributionType><relativeStandardDeviation95In>1.21</relativeStandardDeviation95In><allocations><allocation internalReferenceToCoProduct="0" allocatedFraction="80"/><allocation internalReferenceToCoProduct="1" allocatedFraction="20"/></allocations><generalComment xml:lang="en">weighed</generalComment>`,
   'olca:defaultProvider="20000000-0000-4000-8000-000000000000"',
 )}${ilcdExchange(3, ASH, "Output", "<meanAmount>0.02</meanAmount><resultingAmount>0.02</resultingAmount>")}${ilcdExchange(4, HEAT, "Output", "<meanAmount>0.3</meanAmount>", 'olca:avoidedProduct="true"')}${ilcdExchange(5, CARBON, "Output", `<meanAmount>0.7</meanAmount><allocations><allocation internalReferenceToCoProduct="1" allocatedFraction="100"/></allocations>`)}
 </exchanges>
</processDataSet>
`,
  "ILCD/flows/bread.xml": flow(
    BREAD,
    "Bread",
    "Product flow",
    '<treatmentStandardsRoutes xml:lang="en">sliced</treatmentStandardsRoutes>',
    `<flowProperty dataSetInternalID="1"><referenceToFlowPropertyDataSet refObjectId="${NCV}"/><meanValue>11</meanValue></flowProperty>`,
  ),
  "ILCD/flows/crumbs.xml": flow(CRUMBS, "Crumbs", "Product flow"),
  "ILCD/flows/wood.xml": flow(WOOD, "Wood", "Product flow"),
  "ILCD/flows/wood_00.xml": flow(WOOD, "Wood, old name", "Product flow", "", "", "", "00.09.000"),
  "ILCD/flows/ash.xml": flow(ASH, "Ash", "Waste flow"),
  "ILCD/flows/heat.xml": flow(HEAT, "Heat carrier", "Product flow"),
  "ILCD/flows/carbon.xml": flow(
    CARBON,
    "carbon dioxide",
    "Elementary flow",
    "",
    "",
    '<classificationInformation><common:elementaryFlowCategorization><common:category level="0">Emissions</common:category><common:category level="1">Emissions to air</common:category></common:elementaryFlowCategorization></classificationInformation><CASNumber>000124-38-9</CASNumber>',
  ),
  "ILCD/flowproperties/mass.xml": property(MASS, "Mass", KILOGRAM),
  "ILCD/flowproperties/ncv.xml": property(NCV, "Net calorific value", MEGAJOULE),
  "ILCD/unitgroups/mass.xml": unitGroup(
    KILOGRAM,
    '<unit dataSetInternalID="1"><name>g</name><meanValue>0.001</meanValue></unit><unit dataSetInternalID="0"><name>kg</name><meanValue>1</meanValue></unit>',
  ),
  "ILCD/unitgroups/energy.xml": unitGroup(
    MEGAJOULE,
    '<unit dataSetInternalID="0"><name>MJ</name><meanValue>1</meanValue></unit>',
  ),
};
