//! How far along a parcel is, and the steps that take it further.

use crate::text::terms;

terms! {
    /// How far along a parcel is in its life.
    ///
    /// The main line runs from [`Preparing`](Self::Preparing) to
    /// [`Confirmed`](Self::Confirmed); the last three lie beside it. Permits
    /// are not a stage: they are issued side by side, with the contract or after
    /// it, and a [`Life`](super::Life) holds which of them there are.
    ///
    /// ```
    /// use standard_land::parcel::Stage;
    ///
    /// assert_eq!("达产复核".parse::<Stage>()?, Stage::Confirmed);
    /// assert_eq!(Stage::TakenBack.to_string(), "taken-back");
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum Stage("a stage of a parcel", "宗地阶段") {
        /// The site is being cleared and looked into.
        Preparing = "preparing", "前期准备";
        /// The regional assessments are done.
        Assessed = "assessed", "区域评估";
        /// The control indicators of the parcel are set.
        StandardsSet = "standards-set", "确定指标";
        /// The offer is published.
        Announced = "announced", "公告";
        /// There is a winner; nothing is signed.
        Granted = "granted", "成交";
        /// The grant contract is signed, the agreement not yet.
        ContractSigned = "contract-signed", "签订合同";
        /// The investment agreement is signed, the contract not yet.
        AgreementSigned = "agreement-signed", "签订协议";
        /// Both are signed.
        Signed = "signed", "合同协议均签订";
        /// The land is handed over.
        Delivered = "delivered", "交地";
        /// Building has started.
        Started = "started", "开工";
        /// Building is completed.
        Completed = "completed", "竣工";
        /// It was accepted against the building indicators.
        Accepted = "accepted", "竣工验收";
        /// Production has begun.
        InProduction = "in-production", "投产";
        /// Tax, output and energy were checked and found kept.
        Confirmed = "confirmed", "达产复核";
        /// Something has to be put right first.
        Rectifying = "rectifying", "整改";
        /// The contract or the agreement was found broken.
        Breached = "breached", "违约";
        /// The right of use was taken back.
        TakenBack = "taken-back", "收回";
    }
}

terms! {
    /// Something that happens to a parcel on a day, by a document.
    ///
    /// Which step is possible when is the table [`MOVES`](super::MOVES).
    ///
    /// ```
    /// use standard_land::parcel::LifeStep;
    ///
    /// assert_eq!("建筑工程施工许可证".parse::<LifeStep>()?, LifeStep::ConstructionPermit);
    /// assert!(LifeStep::ConstructionPermit.is_permit());
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum LifeStep("a step in the life of a parcel", "宗地环节") {
        /// The regional assessments are done.
        Assess = "assess", "完成区域评估";
        /// The control indicators are set.
        SetStandards = "set-standards", "确定控制指标";
        /// The offer is published.
        Announce = "announce", "发布公告";
        /// The offer failed or was called off.
        Withdraw = "withdraw", "终止出让";
        /// The deal is confirmed.
        Grant = "grant", "成交确认";
        /// The winner does not sign; the deal is void.
        Forfeit = "forfeit", "放弃签约";
        /// The grant contract (国有建设用地使用权出让合同) is signed.
        SignContract = "sign-contract", "签订出让合同";
        /// The investment agreement of standard land is signed.
        SignAgreement = "sign-agreement", "签订投资建设协议";
        /// The land-use planning permit is issued.
        LandUsePlanningPermit = "land-use-planning-permit", "建设用地规划许可证";
        /// The engineering planning permit is issued.
        EngineeringPlanningPermit = "engineering-planning-permit", "建设工程规划许可证";
        /// The pit may be dug before the construction permit is there.
        FoundationPitPermit = "foundation-pit-permit", "基坑施工许可";
        /// The construction permit is issued.
        ConstructionPermit = "construction-permit", "建筑工程施工许可证";
        /// The land certificate is issued.
        LandCertificate = "land-certificate", "不动产权证书";
        /// The land is handed over.
        Deliver = "deliver", "交付土地";
        /// Building starts.
        Start = "start", "动工开发";
        /// Building is completed.
        Complete = "complete", "竣工";
        /// The building indicators are accepted.
        Accept = "accept", "通过竣工验收";
        /// Production begins.
        StartProduction = "start-production", "投入生产";
        /// The production indicators are confirmed.
        Confirm = "confirm", "通过达产复核";
        /// Something must be put right.
        Rectify = "rectify", "责令整改";
        /// It was put right; the parcel is where it was before.
        Rectified = "rectified", "整改完成";
        /// A breach is found.
        Breach = "breach", "认定违约";
        /// The breach is made good; the parcel is where it was before.
        Settle = "settle", "违约处理完毕";
        /// The right of use is taken back.
        TakeBack = "take-back", "收回土地";
        /// The parcel is prepared to be offered anew.
        ReOffer = "re-offer", "重新供应";
    }
}

impl LifeStep {
    /// The four papers of start-on-grant (拿地即开工).
    pub const START_ON_GRANT: [Self; 4] = [
        Self::LandUsePlanningPermit,
        Self::EngineeringPlanningPermit,
        Self::ConstructionPermit,
        Self::LandCertificate,
    ];

    /// Whether it issues a paper and leaves the stage as it is.
    #[must_use]
    pub const fn is_permit(self) -> bool {
        matches!(
            self,
            Self::LandUsePlanningPermit
                | Self::EngineeringPlanningPermit
                | Self::FoundationPitPermit
                | Self::ConstructionPermit
                | Self::LandCertificate
        )
    }
}

terms! {
    /// Whether the four papers came with the contract or right after it.
    ///
    /// ```
    /// use standard_land::parcel::StartOnGrant;
    ///
    /// assert_eq!("met".parse::<StartOnGrant>()?, StartOnGrant::Met);
    /// # Ok::<(), standard_land::Error>(())
    /// ```
    pub enum StartOnGrant("an answer on start-on-grant", "“拿地即开工”的答复") {
        /// All four came in time.
        Met = "met", "拿地即开工";
        /// One came late, or is missing after the time has passed.
        Missed = "missed", "未实现拿地即开工";
        /// One is missing, and there is time.
        Open = "open", "办理中";
    }
}
