import { schema2, texts } from "./olca-sample.ts";
import { ecospold1Sample, ecospold2Sample, ids, ilcdSample } from "./xml-samples.ts";

/** Made-up impact methods in the layouts of the formats, beside an inventory of the same files. No factor is of a real method. */

type Files = Readonly<Record<string, string>>;

/** 3 kg CO2 eq per kg, written per gram. */
export const ecospold2Method = (amount = "0.003", unit = "g") => `<?xml version="1.0" encoding="UTF-8"?>
<ecoSpold xmlns="http://www.EcoInvent.org/EcoSpold02"><impactMethod id="m"><name xml:lang="en">Made up</name>
 <category id="c"><name xml:lang="en">climate</name><indicator id="i"><name xml:lang="en">warming</name><unitName>kg CO2 eq</unitName>
  <factor elementaryExchangeId="${ids.CARBON}" amount="${amount}"><name xml:lang="en">Carbon dioxide</name><unitName xml:lang="en">${unit}</unitName>
   <compartment><compartment xml:lang="en">air</compartment><subcompartment xml:lang="en">urban</subcompartment></compartment></factor>
 </indicator></category></impactMethod></ecoSpold>`;

export const ecospold1Method = (value = "0.003", unit = "g") => `<?xml version="1.0" encoding="UTF-8"?>
<ecoSpold xmlns="http://www.EcoInvent.org/EcoSpold01Impact"><dataset number="1"><metaInformation><processInformation>
 <referenceFunction category="Made up" subCategory="climate" name="warming" unit="kg CO2 eq"/></processInformation></metaInformation>
 <flowData><exchange number="1" category="air" subCategory="unspecified" name="Carbon dioxide" unit="${unit}" meanValue="${value}"/>
 <exchange number="2" category="air" subCategory="unspecified" name="Carbon dioxide" location="CH" unit="kg" meanValue="5"/>
 </flowData></dataset></ecoSpold>`;

export const ilcdMethod = (value = "3", flow = ids.CARBON) => `<?xml version="1.0" encoding="UTF-8"?>
<LCIAMethodDataSet xmlns="http://lca.jrc.it/ILCD/LCIAMethod" xmlns:common="http://lca.jrc.it/ILCD/Common" version="1.1">
 <LCIAMethodInformation><dataSetInformation><common:UUID>30000000-0000-4000-8000-000000000001</common:UUID>
  <common:name xml:lang="en">warming</common:name><methodology>Made up</methodology></dataSetInformation>
  <quantitativeReference><referenceQuantity type="flow property data set" refObjectId="10000000-0000-4000-8000-000000000002"/></quantitativeReference></LCIAMethodInformation>
 <characterisationFactors>
  <factor><referenceToFlowDataSet type="flow data set" refObjectId="${flow}"/><location/><exchangeDirection>Output</exchangeDirection><meanValue>${value}</meanValue></factor>
  <factor><referenceToFlowDataSet type="flow data set" refObjectId="${ids.CARBON}"/><location>CH</location><exchangeDirection>Output</exchangeDirection><meanValue>5</meanValue></factor>
 </characterisationFactors></LCIAMethodDataSet>`;

export const simaproMethodFile = (value = "0,003", unit = "g") => `{SimaPro 9.0}
{methods}
{CSV separator: Semicolon}
{Decimal separator: ,}

Method

Name
Made up

Version
1;0

Comment
Nothing real

Impact category
warming;kg CO2 eq

Substances
Air;(unspecified);Carbon dioxide;000124-38-9;${value};${unit}
Air;low. pop.;Carbon dioxide;000124-38-9;4;kg
Air;low. pop., long-term;Carbon dioxide;000124-38-9;0;kg

Damage category
Damage;DALY

Impact categories
warming;1

End

Airborne emissions
Carbon dioxide;kg;000124-38-9;

End
`;

export const methodSamples: Readonly<Record<string, Files>> = {
  olca: Object.fromEntries(texts(schema2())),
  ecospold2: { ...ecospold2Sample, "db/datasets/method.spold": ecospold2Method() },
  ecospold1: { ...ecospold1Sample, "db/impact.xml": ecospold1Method() },
  ilcd: { ...ilcdSample, "ILCD/lciamethods/warming.xml": ilcdMethod() },
  simapro: { "methods.csv": simaproMethodFile() },
};
